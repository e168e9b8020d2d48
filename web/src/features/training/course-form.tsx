import { Button, Group, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import { listOrganisationsQuery } from '@/api/gen/@tanstack/react-query.gen';
import type { PageOfOrganisationSummary } from '@/api/gen/types.gen';
import { fieldErrors, type Problem } from '@/api/problem';
import { useMe } from '@/api/session';
import { ErrorSummary } from '@/ui/error-summary';
import { LeaveGuard } from '@/ui/leave-guard';
import { ProblemAlert } from '@/ui/problem-alert';
import { SearchSelect } from '@/ui/search-select';
import { type CourseValues, courseSchema } from './course-values';
import { deficitsOptions } from './queries';
import { formNames, ru, form as text } from './ru';
import { forms } from './search';
import classes from './training.module.css';

interface Props {
  initial: CourseValues;
  provider?: { id: string; name: string } | null;
  /** Whose it is, is said once. */
  isNew: boolean;
  save: (values: CourseValues) => Promise<void>;
  pending: boolean;
  problem: Problem | null;
  /** Set by the page once leaving loses nothing. */
  done: RefObject<boolean>;
  onCancel: () => void;
}

const errorsOf = (problem: Problem) =>
  Object.fromEntries(
    Object.entries(fieldErrors(problem)).map(([field, said]) => [
      field.replace(/^facts\./, '').replace(/^(subjects|deficits)\..*/, '$1'),
      said,
    ]),
  );

export function CourseForm({ initial, provider, isNew, save, pending, problem, done, onCancel }: Props) {
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const deficits = useSuspenseQuery(deficitsOptions()).data;
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const { role } = useMe();
  const form = useForm<CourseValues>({
    initialValues: initial,
    validate: schemaResolver(courseSchema(role === 'Coordinator' && isNew), { sync: true }),
  });
  const go = (field: string) => form.getInputNode(field)?.focus();
  const shown = problem && Object.keys(errorsOf(problem)).some((field) => field in initial) ? null : problem;
  async function submit(values: CourseValues) {
    if (pending) return;
    try {
      await save(values);
    } catch (error) {
      const errors = errorsOf(error as Problem);
      form.setErrors(errors);
      const [first] = Object.keys(errors);
      if (first) go(first);
    }
  }
  const input = (name: keyof CourseValues) => form.getInputProps(name);
  return (
    <form noValidate onSubmit={form.onSubmit(submit, (errors) => go(Object.keys(errors)[0] ?? ''))}>
      <div className={classes.form}>
        <div className={classes.full}>
          <ErrorSummary title={text.summary} errors={form.errors} labels={ru.fields} onGo={go} />
          {shown ? <ProblemAlert error={shown} /> : null}
        </div>
        <TextInput className={classes.full} label={ru.fields.title} withAsterisk {...input('title')} />
        <TextInput label={ru.fields.hours} inputMode="numeric" withAsterisk {...input('hours')} />
        <Select
          label={ru.fields.form}
          data={forms.map((value) => ({ value, label: formNames[value] }))}
          allowDeselect={false}
          {...input('form')}
        />
        <SearchSelect
          className={classes.full}
          label={ru.fields.provider}
          description={text.providerHint}
          clearable
          clearButtonProps={{ 'aria-label': ru.clear(ru.fields.provider) }}
          find={(search) =>
            listOrganisationsQuery({ query: { search: search || undefined, closed: false, pageSize: 20 } }) as never
          }
          toOptions={({ items }: PageOfOrganisationSummary) =>
            items.map(({ id, name, shortName }) => ({ value: id, label: shortName ?? name }))
          }
          known={provider ? { value: provider.id, label: provider.name } : undefined}
          nothing={text.providerNothing}
          {...input('providerId')}
        />
        {isNew ? (
          <Select
            className={classes.full}
            label={ru.fields.municipality}
            placeholder={ru.region}
            data={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
            clearable={role !== 'Coordinator'}
            searchable={municipalities.length > 12}
            clearButtonProps={{ 'aria-label': ru.clear(ru.fields.municipality) }}
            {...input('municipalityCode')}
          />
        ) : null}
        <Textarea className={classes.full} label={ru.fields.audience} rows={2} {...input('audience')} />
        <MultiSelect
          className={classes.full}
          label={ru.fields.subjects}
          description={text.subjectsHint}
          data={subjects.map(({ code, name }) => ({ value: code, label: name }))}
          searchable
          maxValues={10}
          {...input('subjects')}
        />
        <MultiSelect
          className={classes.full}
          label={ru.fields.deficits}
          description={text.deficitsHint}
          data={deficits
            .filter(({ code, retiredOn }) => !retiredOn || initial.deficits.includes(code))
            .map(({ code, name }) => ({ value: code, label: name }))}
          searchable
          maxValues={30}
          {...input('deficits')}
        />
        <Group className={classes.full} mt="xs">
          <Button type="submit" loading={pending}>
            {isNew ? text.addCourse : text.save}
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
