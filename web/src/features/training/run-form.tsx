import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import type { RefObject } from 'react';
import { fieldErrors, type Problem } from '@/api/problem';
import { DateField } from '@/ui/date-field';
import { ErrorSummary } from '@/ui/error-summary';
import { LeaveGuard } from '@/ui/leave-guard';
import { ProblemAlert } from '@/ui/problem-alert';
import { type RunValues, runSchema } from './course-values';
import { ru, form as text } from './ru';
import classes from './training.module.css';

interface Props {
  initial: RunValues;
  isNew: boolean;
  save: (values: RunValues) => Promise<void>;
  pending: boolean;
  problem: Problem | null;
  /** Set by the page once leaving loses nothing. */
  done: RefObject<boolean>;
  onCancel: () => void;
}

const errorsOf = (problem: Problem) =>
  Object.fromEntries(
    Object.entries(fieldErrors(problem)).map(([field, said]) => [field.replace(/^facts\./, ''), said]),
  );

export function RunForm({ initial, isNew, save, pending, problem, done, onCancel }: Props) {
  const form = useForm<RunValues>({
    initialValues: initial,
    validate: schemaResolver(runSchema, { sync: true }),
  });
  const go = (field: string) => form.getInputNode(field)?.focus();
  const shown = problem && Object.keys(errorsOf(problem)).some((field) => field in initial) ? null : problem;
  async function submit(values: RunValues) {
    if (pending) return;
    try {
      await save(values);
    } catch (error) {
      form.setErrors(errorsOf(error as Problem));
    }
  }
  const input = (name: keyof RunValues) => form.getInputProps(name);
  return (
    <form noValidate onSubmit={form.onSubmit(submit, (errors) => go(Object.keys(errors)[0] ?? ''))}>
      <div className={classes.form}>
        <div className={classes.full}>
          <ErrorSummary title={text.summary} errors={form.errors} labels={ru.fields} onGo={go} />
          {shown ? <ProblemAlert error={shown} /> : null}
        </div>
        <DateField label={ru.fields.startsOn} withAsterisk {...input('startsOn')} />
        <DateField label={ru.fields.endsOn} withAsterisk {...input('endsOn')} />
        <TextInput label={ru.fields.seats} inputMode="numeric" withAsterisk {...input('seats')} />
        <TextInput className={classes.full} label={ru.fields.place} description={text.placeHint} {...input('place')} />
        <TextInput className={classes.full} label={ru.fields.link} inputMode="url" {...input('link')} />
        {isNew ? (
          <Checkbox className={classes.full} label={text.open} {...form.getInputProps('open', { type: 'checkbox' })} />
        ) : null}
        <Group className={classes.full} mt="xs">
          <Button type="submit" loading={pending}>
            {isNew ? text.addRun : text.save}
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
