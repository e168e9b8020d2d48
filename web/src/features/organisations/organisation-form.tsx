import { Button, Group, Select, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useSuspenseQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { municipalitiesOptions } from '@/api/dictionaries';
import { fieldErrors, type Problem } from '@/api/problem';
import { isRegional, useMe } from '@/api/session';
import { ErrorSummary } from '@/ui/error-summary';
import { LeaveGuard } from '@/ui/leave-guard';
import { ProblemAlert } from '@/ui/problem-alert';
import { FunctionChoice } from './function-choice';
import { type OrganisationValues, organisationSchema } from './organisation-values';
import classes from './organisations.module.css';
import { kindNames, ru, form as text } from './ru';
import { organisationKinds } from './search';

interface Props {
  initial: OrganisationValues;
  /** A new organisation also takes its municipality. */
  isNew: boolean;
  submitLabel: string;
  save: (values: OrganisationValues) => Promise<void>;
  pending: boolean;
  problem: Problem | null;
  /** Set by the page once leaving loses nothing. */
  done: RefObject<boolean>;
  onCancel: () => void;
}

/** Errors of the server by field: a new organisation sends its facts one step deeper. */
const errorsOf = (problem: Problem) =>
  Object.fromEntries(
    Object.entries(fieldErrors(problem)).map(([field, said]) => [field.replace(/^facts\./, ''), said]),
  );

export function OrganisationForm({ initial, isNew, submitLabel, save, pending, problem, done, onCancel }: Props) {
  const me = useMe();
  const regional = isRegional(me);
  const municipalities = useMunicipalityChoice(regional);
  const form = useForm<OrganisationValues>({
    initialValues: initial,
    validate: schemaResolver(organisationSchema(isNew && !regional), { sync: true }),
  });
  const isCentre = form.values.kind === 'EducationCentre';
  const go = (field: string) => form.getInputNode(field)?.focus();
  const shown = problem && Object.keys(errorsOf(problem)).some((field) => field in initial) ? null : problem;
  const kinds =
    isNew || initial.municipalityCode
      ? organisationKinds
      : organisationKinds.filter((one) => one !== 'EducationCentre');

  async function submit(values: OrganisationValues) {
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
  const input = (name: keyof OrganisationValues) => ({ label: ru.fields[name], ...form.getInputProps(name) });

  return (
    <form noValidate onSubmit={form.onSubmit(submit, (errors) => go(Object.keys(errors)[0] ?? ''))}>
      <div className={classes.form}>
        <div className={classes.full}>
          <ErrorSummary title={text.summary} errors={form.errors} labels={ru.fields} onGo={go} />
          {shown ? <ProblemAlert error={shown} /> : null}
        </div>
        <TextInput
          className={classes.full}
          withAsterisk
          description={text.nameHint}
          key={form.key('name')}
          {...input('name')}
        />
        <Select
          withAsterisk
          allowDeselect={false}
          description={kinds === organisationKinds ? text.kindHint : text.kindOfRegion}
          data={kinds.map((value) => ({ value, label: kindNames[value] }))}
          key={form.key('kind')}
          {...input('kind')}
        />
        <TextInput description={text.shortNameHint} key={form.key('shortName')} {...input('shortName')} />
        {isNew ? (
          <Select
            className={classes.full}
            withAsterisk={!regional || isCentre}
            searchable
            clearable={regional}
            clearButtonProps={{ 'aria-label': ru.clear(ru.fields.municipality) }}
            data={municipalities}
            description={
              !regional ? text.ownMunicipalityHint : isCentre ? text.centreMunicipalityHint : text.municipalityHint
            }
            key={form.key('municipalityCode')}
            {...input('municipalityCode')}
          />
        ) : null}
        {isCentre ? (
          <FunctionChoice
            className={classes.full}
            description={text.functionsHint}
            key={form.key('functions')}
            {...input('functions')}
          />
        ) : null}
        <TextInput className={classes.full} key={form.key('address')} {...input('address')} />
        <TextInput
          className={classes.full}
          inputMode="url"
          description={text.websiteHint}
          key={form.key('website')}
          {...input('website')}
        />
        {isNew ? null : <p className={`${classes.full} ${classes.soft}`}>{text.municipalityFixed}</p>}
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

/** Municipalities that one may add to: all of the region, or one's own. */
function useMunicipalityChoice(regional: boolean) {
  const { grants } = useMe();
  const own = new Set(grants.map(({ place }) => place.code));
  return useSuspenseQuery(municipalitiesOptions())
    .data.filter(({ code }) => regional || own.has(code))
    .map(({ code, name }) => ({ value: code, label: name }));
}
