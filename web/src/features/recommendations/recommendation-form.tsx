import { Button, Group, Select, Textarea } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import type { RefObject } from 'react';
import type { OwnerName, RecommendationFigure } from '@/api/gen/types.gen';
import { fieldErrors, type Problem } from '@/api/problem';
import { useCan } from '@/api/session';
import { DateField } from '@/ui/date-field';
import { ErrorSummary } from '@/ui/error-summary';
import { LeaveGuard } from '@/ui/leave-guard';
import { ProblemAlert } from '@/ui/problem-alert';
import { AddresseeFields } from './addressee-fields';
import { FigureFields } from './figure-fields';
import { OwnerSelect } from './owner-select';
import { type RecommendationValues, recommendationSchema } from './recommendation-values';
import classes from './recommendations.module.css';
import { kindNames, kinds, ru, form as text } from './ru';

interface Props {
  initial: RecommendationValues;
  /** A new one also takes its addressee; the school is the one that the address has named. */
  addressee?: { school: { id: string; name: string } | undefined };
  owner?: OwnerName | null;
  stood?: readonly RecommendationFigure[];
  submitLabel: string;
  save: (values: RecommendationValues) => Promise<void>;
  pending: boolean;
  problem: Problem | null;
  /** Set by the page once leaving loses nothing. */
  done: RefObject<boolean>;
  onCancel: () => void;
}

/** Errors of the server by field: a new one sends what it says one step deeper, and figures have no fields of their own. */
const errorsOf = (problem: Problem) =>
  Object.fromEntries(
    Object.entries(fieldErrors(problem)).map(([field, said]) => [
      field.replace(/^says\./, '').replace(/^causes\..*/, 'causes'),
      said,
    ]),
  );

export function RecommendationForm(props: Props) {
  const { initial, addressee, owner = null, stood = [], submitLabel, save, pending, problem, done, onCancel } = props;
  const findsPeople = useCan('people:read');
  const form = useForm<RecommendationValues>({
    initialValues: initial,
    validate: schemaResolver(recommendationSchema, { sync: true }),
  });
  const go = (field: string) => form.getInputNode(field)?.focus();
  const shown = problem && Object.keys(errorsOf(problem)).some((field) => field in initial) ? null : problem;

  async function submit(values: RecommendationValues) {
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
  const input = (name: keyof RecommendationValues) => form.getInputProps(name);
  // Figures are of the place that is addressed: another place has others.
  const addressed = (name: 'level' | 'schoolId' | 'municipalityCode') => ({
    ...form.getInputProps(name),
    onChange: (value: string | null) => form.setValues({ [name]: value, causes: [] }),
  });

  return (
    <form noValidate onSubmit={form.onSubmit(submit, (errors) => go(Object.keys(errors)[0] ?? ''))}>
      <div className={classes.form}>
        <div className={classes.full}>
          <ErrorSummary title={text.summary} errors={form.errors} labels={ru.fields} onGo={go} />
          {shown ? <ProblemAlert error={shown} /> : null}
        </div>
        {addressee ? (
          <AddresseeFields level={form.values.level} school={addressee.school} field={addressed} />
        ) : (
          <p className={`${classes.full} ${classes.soft}`}>{text.toFixed}</p>
        )}
        <Textarea
          className={classes.full}
          label={ru.fields.text}
          description={text.textHint}
          rows={5}
          withAsterisk
          key={form.key('text')}
          {...input('text')}
        />
        <Select
          label={ru.fields.kind}
          allowDeselect={false}
          data={kinds.map((value) => ({ value, label: kindNames[value] }))}
          key={form.key('kind')}
          {...input('kind')}
        />
        <DateField label={ru.fields.dueOn} clearable key={form.key('dueOn')} {...input('dueOn')} />
        {findsPeople ? (
          <OwnerSelect className={classes.full} owner={owner} key={form.key('ownerId')} {...input('ownerId')} />
        ) : null}
        <FigureFields
          values={form.values}
          stood={stood}
          error={form.errors.causes}
          onChange={(causes) => form.setFieldValue('causes', causes)}
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
