import { Button, Group, Select, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { municipalitiesOptions } from '@/api/dictionaries';
import { fieldErrors, type Problem } from '@/api/problem';
import { kindNames, kinds, localities, localityNames } from '@/api/terms';
import { ErrorSummary } from '@/ui/error-summary';
import { LeaveGuard } from '@/ui/leave-guard';
import { ProblemAlert } from '@/ui/problem-alert';
import { ru, form as text } from './ru';
import classes from './school.module.css';
import { editedSchema, newSchema, type SchoolValues } from './school-values';

interface Props {
  initial: SchoolValues;
  /** A new school also takes its code and municipality. */
  isNew: boolean;
  submitLabel: string;
  save: (values: SchoolValues) => Promise<void>;
  pending: boolean;
  problem: Problem | null;
  /** Set by the page once leaving loses nothing. */
  done: RefObject<boolean>;
  onCancel: () => void;
}

export function SchoolForm({ initial, isNew, submitLabel, save, pending, problem, done, onCancel }: Props) {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const form = useForm<SchoolValues>({
    mode: 'uncontrolled',
    initialValues: initial,
    validate: schemaResolver(isNew ? newSchema : editedSchema, { sync: true }),
  });
  const go = (field: string) => form.getInputNode(field)?.focus();
  const shown = problem && Object.keys(fieldErrors(problem)).some((field) => field in initial) ? null : problem;

  async function submit(values: SchoolValues) {
    if (pending) return;
    try {
      await save(values);
    } catch (error) {
      const errors = fieldErrors(error as Problem);
      form.setErrors(errors);
      const [first] = Object.keys(errors);
      if (first) go(first);
    }
  }
  const input = (name: keyof SchoolValues) => ({
    label: ru.fields[name === 'municipalityCode' ? 'municipality' : name],
    ...form.getInputProps(name),
  });

  return (
    <form
      noValidate
      onSubmit={form.onSubmit(submit, (errors) => {
        const [first] = Object.keys(errors);
        if (first) go(first);
      })}
    >
      <div className={classes.form}>
        <div className={classes.full}>
          <ErrorSummary
            title={text.summary}
            errors={form.errors}
            labels={{ ...ru.fields, municipalityCode: ru.fields.municipality }}
            onGo={go}
          />
          {shown ? <ProblemAlert error={shown} /> : null}
        </div>
        <TextInput
          className={classes.full}
          withAsterisk
          description={text.nameHint}
          key={form.key('name')}
          {...input('name')}
        />
        {isNew ? (
          <>
            <TextInput withAsterisk description={text.codeHint} key={form.key('code')} {...input('code')} />
            <Select
              withAsterisk
              searchable
              data={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
              description={text.municipalityHint}
              key={form.key('municipalityCode')}
              {...input('municipalityCode')}
            />
          </>
        ) : null}
        <Select
          withAsterisk
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: kindNames[value] }))}
          key={form.key('kind')}
          {...input('kind')}
        />
        <Select
          withAsterisk
          allowDeselect={false}
          data={localities.map((value) => ({ value, label: localityNames[value] }))}
          key={form.key('locality')}
          {...input('locality')}
        />
        <TextInput inputMode="numeric" key={form.key('pupils')} {...input('pupils')} />
        <TextInput inputMode="numeric" key={form.key('teachers')} {...input('teachers')} />
        <TextInput className={classes.full} key={form.key('address')} {...input('address')} />
        <TextInput
          className={classes.full}
          inputMode="url"
          description={text.websiteHint}
          key={form.key('website')}
          {...input('website')}
        />
        <Group className={classes.full} mt="xs">
          <Button type="submit" loading={pending}>
            {submitLabel}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {text.cancel}
          </Button>
        </Group>
      </div>
      <LeaveGuard dirty={() => !done.current && form.isDirty()} message={text.leave} />
    </form>
  );
}
