import { Button, Checkbox, Group, MultiSelect, Select, TextInput } from '@mantine/core';
import { schemaResolver, type UseFormReturnType, useForm } from '@mantine/form';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import { listOrganisationsQuery } from '@/api/gen/@tanstack/react-query.gen';
import type { PageOfOrganisationSummary } from '@/api/gen/types.gen';
import { fieldErrors, type Problem } from '@/api/problem';
import { useMe } from '@/api/session';
import { DateField } from '@/ui/date-field';
import { ErrorSummary } from '@/ui/error-summary';
import { LeaveGuard } from '@/ui/leave-guard';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import { SearchSelect } from '@/ui/search-select';
import { type DiagnosticValues, diagnosticSchema } from './diagnostic-values';
import classes from './diagnostics.module.css';
import { deficitsOptions } from './queries';
import { formNames, kindNames, ru, form as text } from './ru';
import { diagnosticForms, kinds } from './search';

interface Props {
  initial: DiagnosticValues;
  provider?: { id: string; name: string } | null;
  /** Whose it is, is said once. */
  isNew: boolean;
  /** What is measured stands once there are results. */
  locked?: boolean;
  save: (values: DiagnosticValues) => Promise<void>;
  pending: boolean;
  problem: Problem | null;
  /** Set by the page once leaving loses nothing. */
  done: RefObject<boolean>;
  onCancel: () => void;
}

const errorsOf = (problem: Problem) =>
  Object.fromEntries(
    Object.entries(fieldErrors(problem)).map(([field, said]) => [
      field.replace(/^facts\./, '').replace(/^measures\..*/, 'measures'),
      said,
    ]),
  );

export function DiagnosticForm(props: Props) {
  const { initial, provider, isNew, locked = false, save, pending, problem, done, onCancel } = props;
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const { role } = useMe();
  const form = useForm<DiagnosticValues>({
    initialValues: initial,
    validate: schemaResolver(diagnosticSchema(role === 'Coordinator' && isNew), { sync: true }),
  });
  const go = (field: string) => form.getInputNode(field)?.focus();
  const shown = problem && Object.keys(errorsOf(problem)).some((field) => field in initial) ? null : problem;
  async function submit(values: DiagnosticValues) {
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
  const input = (name: keyof DiagnosticValues) => form.getInputProps(name);
  return (
    <form noValidate onSubmit={form.onSubmit(submit, (errors) => go(Object.keys(errors)[0] ?? ''))}>
      <div className={classes.form}>
        <div className={classes.full}>
          <ErrorSummary title={text.summary} errors={form.errors} labels={ru.fields} onGo={go} />
          {shown ? <ProblemAlert error={shown} /> : null}
        </div>
        <TextInput className={classes.full} label={ru.fields.title} withAsterisk {...input('title')} />
        <Select
          label={ru.fields.kind}
          data={kinds.map((value) => ({ value, label: kindNames[value] }))}
          allowDeselect={false}
          {...input('kind')}
        />
        <Select
          label={ru.fields.subject}
          data={subjects.map(({ code, name }) => ({ value: code, label: name }))}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': ru.clear(ru.fields.subject) }}
          {...input('subject')}
        />
        <DateField label={ru.fields.fromOn} withAsterisk {...input('fromOn')} />
        <DateField label={ru.fields.untilOn} withAsterisk {...input('untilOn')} />
        <Select
          label={ru.fields.form}
          data={diagnosticForms.map((value) => ({ value, label: formNames[value] }))}
          allowDeselect={false}
          {...input('form')}
        />
        <SearchSelect
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
        <div className={classes.full}>
          {locked ? <Note tone="quiet">{text.locked}</Note> : <Measures form={form} />}
        </div>
        <Group className={classes.full} mt="xs">
          <Button type="submit" loading={pending}>
            {isNew ? text.addButton : text.save}
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

/** Which deficits are measured, in the order of the columns, and each one's scale. */
function Measures({ form }: { form: UseFormReturnType<DiagnosticValues> }) {
  const deficits = useSuspenseQuery(deficitsOptions()).data;
  const { measures } = form.values;
  const names = new Map(deficits.map(({ code, name }) => [code, name]));
  const pick = (codes: string[]) =>
    form.setFieldValue(
      'measures',
      codes.map(
        (deficit) =>
          measures.find((one) => one.deficit === deficit) ?? { deficit, scored: true, maximum: '', threshold: '' },
      ),
    );
  return (
    <>
      <MultiSelect
        label={ru.fields.measures}
        description={text.measuresHint}
        data={deficits
          .filter(({ code, retiredOn }) => !retiredOn || measures.some((one) => one.deficit === code))
          .map(({ code, name }) => ({ value: code, label: name }))}
        searchable
        maxValues={30}
        withAsterisk
        {...form.getInputProps('measures')}
        value={measures.map(({ deficit }) => deficit)}
        onChange={pick}
      />
      {measures.map(({ deficit, scored }, i) => (
        <fieldset key={deficit} className={classes.scale}>
          <legend className="visually-hidden">{text.scale(names.get(deficit) ?? deficit)}</legend>
          <Checkbox
            label={names.get(deficit) ?? deficit}
            description={text.scored}
            {...form.getInputProps(`measures.${i}.scored`, { type: 'checkbox' })}
          />
          {scored ? (
            <>
              <TextInput label={text.maximum} inputMode="decimal" {...form.getInputProps(`measures.${i}.maximum`)} />
              <TextInput
                label={text.thresholdOf}
                inputMode="decimal"
                {...form.getInputProps(`measures.${i}.threshold`)}
              />
            </>
          ) : null}
        </fieldset>
      ))}
    </>
  );
}
