import { Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import type { RefObject } from 'react';
import { fieldErrors, type Problem } from '@/api/problem';
import { useMe } from '@/api/session';
import { today } from '@/lib/today';
import { DateField } from '@/ui/date-field';
import { ErrorSummary } from '@/ui/error-summary';
import { LeaveGuard } from '@/ui/leave-guard';
import { ProblemAlert } from '@/ui/problem-alert';
import { type RequestValues, requestSchema } from './request-values';
import { kindNames, ru, form as text } from './ru';
import { SchoolSelect } from './school-select';
import { kinds } from './search';
import classes from './support.module.css';

interface Props {
  initial: RequestValues;
  /** A new one also takes a school; the one that the address has named. */
  school?: { named: { id: string; name: string } | undefined };
  submitLabel: string;
  save: (values: RequestValues) => Promise<void>;
  pending: boolean;
  problem: Problem | null;
  /** Set by the page once leaving loses nothing. */
  done: RefObject<boolean>;
  onCancel: () => void;
}

const errorsOf = (problem: Problem) =>
  Object.fromEntries(Object.entries(fieldErrors(problem)).map(([field, said]) => [field.replace(/^asks\./, ''), said]));

export function RequestForm({ initial, school, submitLabel, save, pending, problem, done, onCancel }: Props) {
  const me = useMe();
  const form = useForm<RequestValues>({
    initialValues: initial,
    validate: schemaResolver(requestSchema, { sync: true }),
  });
  const go = (field: string) => form.getInputNode(field)?.focus();
  const shown = problem && Object.keys(errorsOf(problem)).some((field) => field in initial) ? null : problem;

  async function submit(values: RequestValues) {
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
  return (
    <form noValidate onSubmit={form.onSubmit(submit, (errors) => go(Object.keys(errors)[0] ?? ''))}>
      <div className={classes.form}>
        <div className={classes.full}>
          <ErrorSummary title={text.summary} errors={form.errors} labels={ru.fields} onGo={go} />
          {shown ? <ProblemAlert error={shown} /> : null}
        </div>
        {school && me.role !== 'School' ? (
          <SchoolSelect className={classes.full} named={school.named} {...form.getInputProps('schoolId')} />
        ) : null}
        <Select
          label={ru.fields.specialist}
          data={kinds.map((value) => ({ value, label: kindNames[value] }))}
          allowDeselect={false}
          withAsterisk
          {...form.getInputProps('specialist')}
        />
        <TextInput label={ru.fields.children} inputMode="numeric" withAsterisk {...form.getInputProps('children')} />
        <Textarea
          className={classes.full}
          label={ru.fields.reason}
          description={text.reasonHint}
          autosize
          minRows={3}
          withAsterisk
          {...form.getInputProps('reason')}
        />
        <DateField
          label={ru.fields.requestedOn}
          description={text.requestedHint}
          maxDate={today(me.region.timeZone)}
          withAsterisk
          {...form.getInputProps('requestedOn')}
        />
        <DateField
          label={ru.fields.neededFromOn}
          description={text.neededHint}
          withAsterisk
          {...form.getInputProps('neededFromOn')}
        />
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
