import { Button, Group, MultiSelect, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { fieldErrors, type Problem } from '@/api/problem';
import { shortPlace } from '@/lib/places';
import { DateField } from '@/ui/date-field';
import { ErrorSummary } from '@/ui/error-summary';
import { LeaveGuard } from '@/ui/leave-guard';
import { ProblemAlert } from '@/ui/problem-alert';
import { type PartnershipValues, partnershipSchema } from './partnership-values';
import classes from './partnerships.module.css';
import { organisationsOptions, partnersOptions } from './queries';
import { ru, form as text } from './ru';
import { SchoolMultiSelect } from './school-multi-select';

interface Props {
  initial: PartnershipValues;
  /** Names of the schools that the form begins with. */
  named: readonly { value: string; label: string }[];
  submitLabel: string;
  save: (values: PartnershipValues) => Promise<void>;
  pending: boolean;
  problem: Problem | null;
  /** Set by the page once leaving loses nothing. */
  done: RefObject<boolean>;
  onCancel: () => void;
}

/** Errors of the server by field: partners are one list there and two fields here. */
const errorsOf = (problem: Problem) =>
  Object.fromEntries(
    Object.entries(fieldErrors(problem)).map(([field, said]) => [
      field
        .replace(/^supported\b.*/, 'supported')
        .replace(/^partners\.\d+\.organisationId/, 'organisations')
        .replace(/^partners\b.*/, 'partnerSchools'),
      said,
    ]),
  );

export function PartnershipForm({ initial, named, submitLabel, save, pending, problem, done, onCancel }: Props) {
  const helping = useSuspenseQuery(partnersOptions({})).data.items;
  const organisations = useSuspenseQuery(organisationsOptions()).data.items;
  const form = useForm<PartnershipValues>({
    initialValues: initial,
    validate: schemaResolver(partnershipSchema, { sync: true }),
  });
  const go = (field: string) => form.getInputNode(field)?.focus();
  const shown = problem && Object.keys(errorsOf(problem)).some((field) => field in initial) ? null : problem;
  async function submit(values: PartnershipValues) {
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
  const input = (name: keyof PartnershipValues) => ({ key: form.key(name), ...form.getInputProps(name) });
  const partners = helping.map(({ schoolId, schoolName, municipalityName }) => ({
    value: schoolId,
    label: `${schoolName}, ${shortPlace(municipalityName)}`,
  }));
  return (
    <form noValidate onSubmit={form.onSubmit(submit, (errors) => go(Object.keys(errors)[0] ?? ''))}>
      <div className={classes.form}>
        <div className={classes.full}>
          <ErrorSummary title={text.summary} errors={form.errors} labels={ru.fields} onGo={go} />
          {shown ? <ProblemAlert error={shown} /> : null}
        </div>
        <div className={classes.full}>
          <SchoolMultiSelect
            label={ru.fields.supported}
            placeholder={text.schoolHint}
            withAsterisk
            known={named}
            {...input('supported')}
          />
        </div>
        <SchoolMultiSelect
          label={ru.fields.partnerSchools}
          description={text.partnerHint}
          placeholder={text.schoolHint}
          known={[...named, ...partners]}
          {...input('partnerSchools')}
        />
        <MultiSelect
          label={ru.fields.organisations}
          description={text.organisationHint}
          searchable
          hidePickedOptions
          nothingFoundMessage={text.nothingFound}
          data={organisations.map(({ id, name, shortName }) => ({ value: id, label: shortName ?? name }))}
          {...input('organisations')}
        />
        <Textarea
          className={classes.full}
          label={ru.fields.subject}
          description={text.subjectHint}
          rows={3}
          withAsterisk
          {...input('subject')}
        />
        <TextInput label={ru.fields.number} description={text.numberHint} {...input('number')} />
        <DateField label={ru.fields.signedOn} description={text.numberHint} clearable {...input('signedOn')} />
        <DateField label={ru.fields.startsOn} description={text.startsHint} clearable {...input('startsOn')} />
        <DateField label={ru.fields.endsOn} description={text.endsHint} clearable {...input('endsOn')} />
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
