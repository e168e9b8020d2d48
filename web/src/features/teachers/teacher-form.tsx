import { Button, Checkbox, Group, MultiSelect, Select, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type RefObject, useState } from 'react';
import { subjectsOptions } from '@/api/dictionaries';
import { fieldErrors, type Problem } from '@/api/problem';
import { DateField } from '@/ui/date-field';
import { ErrorSummary } from '@/ui/error-summary';
import { LeaveGuard } from '@/ui/leave-guard';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import { categoryNames, dialogs, ru, form as text } from './ru';
import { SchoolSelect } from './school-select';
import { categories } from './search';
import { type TeacherValues, teacherSchema } from './teacher-values';
import classes from './teachers.module.css';

interface Props {
  initial: TeacherValues;
  /** A new one also takes a school; the one that the address has named. */
  school?: { named: { id: string; name: string } | undefined };
  submitLabel: string;
  save: (values: TeacherValues, sameNameConfirmed: boolean) => Promise<void>;
  pending: boolean;
  problem: Problem | null;
  /** Set by the page once leaving loses nothing. */
  done: RefObject<boolean>;
  onCancel: () => void;
}

const papers: Record<string, string> = { plan: 'planUpdatedOn', portfolio: 'portfolioUpdatedOn' };

/** Errors of the server by field: facts are sent one step deeper, papers as one thing. */
const errorsOf = (problem: Problem) =>
  Object.fromEntries(
    Object.entries(fieldErrors(problem)).map(([field, said]) => {
      const name = field.replace(/^facts\./, '').replace(/^subjects\..*/, 'subjects');
      return [papers[name] ?? name, said];
    }),
  );

export function TeacherForm({ initial, school, submitLabel, save, pending, problem, done, onCancel }: Props) {
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const [confirmed, setConfirmed] = useState(false);
  const form = useForm<TeacherValues>({
    initialValues: initial,
    validate: schemaResolver(teacherSchema, { sync: true }),
  });
  const go = (field: string) => form.getInputNode(field)?.focus();
  const shown = problem && Object.keys(errorsOf(problem)).some((field) => field in initial) ? null : problem;
  const namesake = problem?.code === 'same-name' ? problem.errors?.[0]?.value : undefined;

  async function submit(values: TeacherValues) {
    if (pending) return;
    try {
      await save(values, confirmed);
    } catch (error) {
      const errors = errorsOf(error as Problem);
      form.setErrors(errors);
      const [first] = Object.keys(errors);
      if (first) go(first);
    }
  }
  const input = (name: keyof TeacherValues) => form.getInputProps(name);
  const date = (name: keyof TeacherValues & keyof typeof ru.fields, description?: string) => (
    <DateField label={ru.fields[name]} description={description} clearable {...input(name)} />
  );

  return (
    <form noValidate onSubmit={form.onSubmit(submit, (errors) => go(Object.keys(errors)[0] ?? ''))}>
      <div className={classes.form}>
        <div className={classes.full}>
          <ErrorSummary title={text.summary} errors={form.errors} labels={ru.fields} onGo={go} />
          {shown ? <ProblemAlert error={shown} /> : null}
          {namesake ? (
            <Note tone="info">
              <Checkbox
                label={dialogs.sameName.check}
                checked={confirmed}
                onChange={(event) => setConfirmed(event.currentTarget.checked)}
                mb="xs"
              />
              <Link to="/training/teachers/$teacherId" params={{ teacherId: namesake }} target="_blank">
                {dialogs.sameName.open}
              </Link>
            </Note>
          ) : null}
        </div>
        <TextInput
          className={classes.full}
          label={ru.fields.name}
          description={text.nameHint}
          autoComplete="off"
          withAsterisk
          {...input('name')}
        />
        {school ? <SchoolSelect className={classes.full} named={school.named} {...input('schoolId')} /> : null}
        <MultiSelect
          className={classes.full}
          label={ru.fields.subjects}
          description={text.subjectsHint}
          data={subjects.map(({ code, name }) => ({ value: code, label: name }))}
          searchable
          maxValues={10}
          nothingFoundMessage={text.nothing}
          {...input('subjects')}
        />
        <TextInput label={ru.fields.position} {...input('position')} />
        {date('staffSinceOn')}
        <Select
          label={ru.fields.category}
          data={categories.map((value) => ({ value, label: categoryNames[value] }))}
          allowDeselect={false}
          {...input('category')}
        />
        {date('categoryOn')}
        <TextInput
          className={classes.full}
          label={ru.fields.experienceSince}
          description={text.experienceHint}
          inputMode="numeric"
          maw={280}
          {...input('experienceSince')}
        />
        {date('planOn', text.paperHint)}
        {date('planUpdatedOn', text.paperHint)}
        {date('portfolioOn', text.paperHint)}
        {date('portfolioUpdatedOn', text.paperHint)}
        <Group className={classes.full} mt="xs">
          <Button type="submit" loading={pending}>
            {submitLabel}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {text.back}
          </Button>
        </Group>
      </div>
      <LeaveGuard dirty={() => !done.current && form.isDirty()} message={text.leave} />
    </form>
  );
}
