import { Button, Group, Select, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { listSchoolsQuery } from '@/api/gen/@tanstack/react-query.gen';
import type { PageOfListedSchool } from '@/api/gen/types.gen';
import { fieldErrors, type Problem } from '@/api/problem';
import { shortPlace } from '@/lib/places';
import { DateField } from '@/ui/date-field';
import { ErrorSummary } from '@/ui/error-summary';
import { LeaveGuard } from '@/ui/leave-guard';
import { ProblemAlert } from '@/ui/problem-alert';
import { SearchMultiSelect } from '@/ui/search-multi-select';
import classes from './mentoring.module.css';
import { type MentoringValues, mentorField, mentoringSchema, sources } from './mentoring-values';
import { agreementsOptions, organisationOptions, organisationsOptions, partnersOptions } from './queries';
import { kindNames, kinds, ru, form as text } from './ru';
import { TeacherMultiSelect, TeacherSelect } from './teacher-selects';

interface Option {
  value: string;
  label: string;
}

interface Props {
  initial: MentoringValues;
  /** Names of those whom the form begins with. */
  named: readonly Option[];
  submitLabel: string;
  save: (values: MentoringValues) => Promise<void>;
  pending: boolean;
  problem: Problem | null;
  /** Set by the page once leaving loses nothing. */
  done: RefObject<boolean>;
  onCancel: () => void;
}

const findSchools = (search: string) =>
  listSchoolsQuery({ query: { search: search || undefined, state: 'Open', pageSize: 20 } }) as never;
const schoolOptions = ({ items }: PageOfListedSchool): Option[] =>
  items.map(({ id, name, municipality }) => ({ value: id, label: `${name}, ${shortPlace(municipality.name)}` }));

/** Errors of the server by field: sides are lists there and fields here. */
const errorsOf = (problem: Problem) =>
  Object.fromEntries(
    Object.entries(fieldErrors(problem)).map(([field, said]) => [
      field
        .replace(/^teacherIds\b.*/, 'teachers')
        .replace(/^schoolIds\b.*/, 'schools')
        .replace(/^mentor\.teacherId/, 'mentorTeacher')
        .replace(/^mentor\.schoolId/, 'mentorSchool')
        .replace(/^mentor\b.*/, 'mentorOrganisation'),
      said,
    ]),
  );

export function MentoringForm({ initial, named, submitLabel, save, pending, problem, done, onCancel }: Props) {
  const form = useForm<MentoringValues>({
    initialValues: initial,
    validate: schemaResolver(mentoringSchema, { sync: true }),
  });
  const go = (field: string) => form.getInputNode(field)?.focus();
  const shown = problem && Object.keys(errorsOf(problem)).some((field) => field in initial) ? null : problem;
  async function submit(values: MentoringValues) {
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
  const input = (name: keyof MentoringValues) => form.getInputProps(name);
  const { kind } = form.values;
  return (
    <form noValidate onSubmit={form.onSubmit(submit, (errors) => go(Object.keys(errors)[0] ?? ''))}>
      <div className={classes.form}>
        <div className={classes.full}>
          <ErrorSummary title={text.summary} errors={form.errors} labels={ru.fields} onGo={go} />
          {shown ? <ProblemAlert error={shown} /> : null}
        </div>
        <Select
          label={ru.fields.kind}
          data={kinds.map((value) => ({ value, label: kindNames[value] }))}
          allowDeselect={false}
          {...input('kind')}
        />
        {kind === 'Directors' ? null : (
          <Select
            label={text.source}
            data={sources.map((value) => ({ value, label: text.sources[value] }))}
            allowDeselect={false}
            {...input('source')}
          />
        )}
        <Mentor values={form.values} input={input} named={named} />
        <div className={classes.full}>
          {kind === 'Teachers' ? (
            <TeacherMultiSelect
              label={ru.fields.teachers}
              description={ru.fields.supported}
              withAsterisk
              known={named}
              {...input('teachers')}
            />
          ) : (
            <SearchMultiSelect
              label={ru.fields.schools}
              description={ru.fields.supported}
              placeholder={text.find}
              withAsterisk
              find={findSchools}
              toOptions={schoolOptions}
              nothing={text.nothingFound}
              known={named}
              {...input('schools')}
            />
          )}
        </div>
        <Textarea
          className={classes.full}
          label={ru.fields.aim}
          description={text.aimHint}
          rows={3}
          withAsterisk
          {...input('aim')}
        />
        <DateField label={ru.fields.startsOn} withAsterisk {...input('startsOn')} />
        <DateField label={ru.fields.endsOn} description={text.endsHint} clearable {...input('endsOn')} />
        <TextInput label={ru.fields.basis} description={text.basisHint} {...input('basis')} />
        <Agreement {...input('partnershipId')} />
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

interface MentorProps {
  values: MentoringValues;
  input: (name: keyof MentoringValues) => object;
  named: readonly Option[];
}

/** Who helps: a teacher by name, a school that will say who, or somebody of an organisation. */
function Mentor({ values, input, named }: MentorProps) {
  const helping = useSuspenseQuery(partnersOptions()).data.items;
  const organisations = useSuspenseQuery(organisationsOptions()).data.items;
  const people = useQuery({
    ...organisationOptions(values.mentorOrganisation ?? ''),
    enabled: Boolean(values.mentorOrganisation),
  }).data?.people;
  const field = mentorField(values);
  if (field === 'mentorTeacher')
    return (
      <TeacherSelect
        className={classes.full}
        label={ru.fields.mentorTeacher}
        withAsterisk
        known={named.find(({ value }) => value === values.mentorTeacher)}
        {...input('mentorTeacher')}
      />
    );
  if (field === 'mentorSchool') {
    const options = helping.map(({ schoolId, schoolName, municipalityName }) => ({
      value: schoolId,
      label: `${schoolName}, ${shortPlace(municipalityName)}`,
    }));
    const other = named.filter(({ value }) => !options.some((option) => option.value === value));
    return (
      <Select
        className={classes.full}
        label={ru.fields.mentorSchool}
        description={values.kind === 'Directors' ? text.directorHint : text.schoolHint}
        withAsterisk
        searchable
        nothingFoundMessage={text.nothingFound}
        data={[...options, ...other.filter(({ value }) => value === values.mentorSchool)]}
        {...input('mentorSchool')}
      />
    );
  }
  return (
    <>
      <Select
        label={ru.fields.mentorOrganisation}
        withAsterisk
        searchable
        nothingFoundMessage={text.nothingFound}
        data={organisations.map(({ id, name, shortName }) => ({ value: id, label: shortName ?? name }))}
        {...input('mentorOrganisation')}
      />
      <Select
        label={ru.fields.mentorPerson}
        placeholder={text.nobody}
        clearable
        disabled={!people?.length}
        data={(people ?? []).map(({ id, name, position }) => ({ value: id, label: `${name}, ${position}` }))}
        {...input('mentorPerson')}
      />
    </>
  );
}

function Agreement(input: object) {
  const agreements = useSuspenseQuery(agreementsOptions()).data.items;
  return (
    <Select
      label={ru.fields.partnershipId}
      placeholder={text.nobody}
      clearable
      searchable
      nothingFoundMessage={text.nothingFound}
      data={agreements.map(({ id, number, subject }) => ({
        value: id,
        label: number ? `№ ${number}: ${subject}` : subject,
      }))}
      {...input}
    />
  );
}
