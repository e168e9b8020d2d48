import { Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, type UseFormReturnType, useForm } from '@mantine/form';
import type { RefObject } from 'react';
import { fieldErrors, type Problem } from '@/api/problem';
import { useMe } from '@/api/session';
import { DateField } from '@/ui/date-field';
import { ErrorSummary } from '@/ui/error-summary';
import { LeaveGuard } from '@/ui/leave-guard';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import { FormulaField } from '../formula-field';
import { DefinitionIdentity } from './definition-identity';
import {
  type DefinitionField,
  type DefinitionValues,
  definitionSchema,
  fitting,
  isRedefined,
} from './definition-values';
import classes from './definitions.module.css';
import {
  aggregationNames,
  aggregationsOf,
  breakdownNames,
  directionNames,
  levelNames,
  periodNames,
  sourceNames,
  form as text,
  unitNames,
} from './ru';

interface Props {
  initial: DefinitionValues;
  /** A new indicator also takes its set, code and first day. */
  isNew: boolean;
  submitLabel: string;
  save: (values: DefinitionValues) => Promise<void>;
  pending: boolean;
  problem: Problem | null;
  /** Set by the page once leaving loses nothing. */
  done: RefObject<boolean>;
  onCancel: () => void;
}

export type DefinitionFormType = UseFormReturnType<DefinitionValues>;

const options = (names: Record<string, string>, of = Object.keys(names)) =>
  of.map((value) => ({ value, label: names[value] ?? value }));

export function DefinitionForm({ initial, isNew, submitLabel, save, pending, problem, done, onCancel }: Props) {
  const form: DefinitionFormType = useForm<DefinitionValues>({
    initialValues: initial,
    validate: schemaResolver(definitionSchema(isNew), { sync: true }),
  });
  const { region } = useMe();
  const { unit, level, periodKind, enteredBy } = form.values;
  const redefined = !isNew && isRedefined(form.values, initial);
  const go = (field: string) => form.getInputNode(field)?.focus();
  const shown = problem && Object.keys(fieldErrors(problem)).some((field) => field in initial) ? null : problem;

  async function submit(values: DefinitionValues) {
    if (pending) return;
    if (redefined && !values.validFromOn) {
      form.setFieldError('validFromOn', text.required);
      return go('validFromOn');
    }
    try {
      await save(redefined || isNew ? values : { ...values, validFromOn: null });
    } catch (error) {
      const errors = fieldErrors(error as Problem);
      form.setErrors(errors);
      const [first] = Object.keys(errors);
      if (first) go(first);
    }
  }
  const input = (name: DefinitionField) => ({
    label: text.fields[name],
    key: form.key(name),
    ...form.getInputProps(name),
  });
  const choice = (name: DefinitionField, data: { value: string; label: string }[], description?: string) => (
    <Select {...input(name)} key={name} data={data} description={description} allowDeselect={false} withAsterisk />
  );

  return (
    <form noValidate onSubmit={form.onSubmit(submit, (errors) => go(Object.keys(errors)[0] ?? ''))}>
      <div className={classes.form}>
        <div className={classes.full}>
          <ErrorSummary title={text.summary} errors={form.errors} labels={text.fields} onGo={go} />
          {shown ? <ProblemAlert error={shown} /> : null}
        </div>
        {isNew ? <DefinitionIdentity form={form} /> : null}
        <h2 className={classes.part}>{text.what}</h2>
        <Textarea {...input('name')} key="name" className={classes.full} rows={2} withAsterisk />
        <TextInput {...input('group')} key="group" description={text.hints.group} withAsterisk />
        <TextInput {...input('number')} key="number" description={text.hints.number} inputMode="numeric" />
        <Select
          {...input('unit')}
          key="unit"
          data={options(unitNames)}
          description={text.hints.unit}
          allowDeselect={false}
          withAsterisk
          onChange={(value) => {
            const next = (value ?? unit) as DefinitionValues['unit'];
            form.setFieldValue('unit', next);
            form.setFieldValue('aggregation', fitting(next, form.values.aggregation));
          }}
        />
        {choice('direction', options(directionNames), text.hints.direction)}
        {choice('level', options(levelNames))}
        {choice('periodKind', options(periodNames))}
        <h2 className={classes.part}>{text.how}</h2>
        {choice('enteredBy', options(sourceNames))}
        {choice('aggregation', options(aggregationNames, [...aggregationsOf[unit]]), text.hints.aggregation)}
        {enteredBy === 'Formula' ? (
          <div className={classes.full}>
            <FormulaField
              path="formula"
              value={form.values.formula}
              onChange={(written) => form.setFieldValue('formula', written)}
              of={{ unit, level, periodKind, code: form.values.code.trim() || null, regionCode: region.code }}
              error={form.errors.formula}
            />
          </div>
        ) : (
          choice('breakdown', options(breakdownNames))
        )}
        <Textarea {...input('method')} key="method" className={classes.full} description={text.hints.method} rows={3} />
        <h2 className={classes.part}>{text.limits}</h2>
        <TextInput {...input('min')} key="min" description={text.hints.limits} inputMode="decimal" />
        <TextInput {...input('max')} key="max" description={text.hints.limits} inputMode="decimal" />
        <TextInput {...input('decimals')} key="decimals" inputMode="numeric" withAsterisk />
        <TextInput
          {...input('warnChangePercent')}
          key="warn"
          description={text.hints.warnChangePercent}
          inputMode="numeric"
        />
        {redefined ? (
          <div className={classes.full}>
            <Note title={text.meaningTitle}>
              <p>{text.meaningText}</p>
              <DateField
                {...input('validFromOn')}
                key="validFromOn"
                description={text.hints.validFromOn}
                withAsterisk
              />
            </Note>
          </div>
        ) : null}
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
