import { Select } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { cohortsOptions, dynamicsChoicesOptions, municipalitiesOptions } from '@/api/dictionaries';
import { useMe } from '@/api/session';
import {
  assessmentNames,
  categories,
  categoryName,
  kindNames,
  kinds,
  localities,
  localityNames,
  stateNames,
  states,
} from '@/api/terms';
import { SearchField } from '@/ui/filter-bar';
import { FilterPanel } from '@/ui/filter-panel';
import { ru } from './ru';
import { chosen, directions, type SchoolFilters, type SchoolSearch } from './search';

interface Props {
  search: SchoolSearch;
  onChange: (change: Partial<SchoolFilters>) => void;
}

export function SchoolFilterPanel({ search, onChange }: Props) {
  const { region } = useMe();
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const cohorts = useSuspenseQuery(cohortsOptions()).data;
  const choice = <K extends keyof SchoolFilters>(key: K, data: { value: string; label: string }[]) => (
    <Select
      label={ru.fields[key]}
      placeholder={ru.any}
      data={data}
      value={search[key] === undefined ? null : String(search[key])}
      onChange={(value) => onChange({ [key]: value ?? undefined } as Partial<SchoolFilters>)}
      clearable
      searchable={data.length > 12}
      clearButtonProps={{ 'aria-label': `${ru.clear}: ${ru.fields[key]}` }}
    />
  );
  const words = <T extends string>(values: readonly T[], names: Record<T, string>) =>
    values.map((value) => ({ value, label: names[value] }));
  return (
    <FilterPanel title={ru.filters} chosen={chosen(search).length}>
      <SearchField
        label={ru.search}
        placeholder={ru.searchPlaceholder}
        value={search.search}
        onChange={(value) => onChange({ search: value })}
      />
      {municipalities.length > 1
        ? choice(
            'municipality',
            municipalities.map(({ code, name }) => ({ value: code, label: name })),
          )
        : null}
      {choice('kind', words(kinds, kindNames))}
      {choice('locality', words(localities, localityNames))}
      {choice(
        'category',
        categories.map((value) => ({ value, label: categoryName(value, region) })),
      )}
      {choice(
        'cohort',
        cohorts.map(({ id, name, orderNumber }) => ({ value: id, label: `${name} (приказ ${orderNumber})` })),
      )}
      {choice('dynamics', words(directions, ru.dynamics))}
      {search.dynamics ? <ComparisonFields search={search} onChange={onChange} /> : null}
      {choice('starred', words(['true', 'false'] as const, ru.stars))}
      {choice('state', words(states, stateNames))}
    </FilterPanel>
  );
}

/** Which comparison «Динамика» means: year, procedure, subject and grade. */
function ComparisonFields({ search, onChange }: Props) {
  const choices = useSuspenseQuery(dynamicsChoicesOptions()).data;
  const procedure = choices.find(({ assessment }) => assessment === search.assessment);
  const subject = procedure?.subjects.find(({ code }) => code === search.subject);
  return (
    <>
      <Select
        label={ru.fields.assessment}
        data={choices.map(({ assessment }) => ({ value: assessment, label: assessmentNames[assessment] }))}
        value={search.assessment ?? null}
        onChange={(value) => {
          const next = choices.find(({ assessment }) => assessment === value);
          onChange({
            assessment: next?.assessment,
            year: next?.years.at(-1),
            subject: next?.subjects[0]?.code,
            grade: next?.subjects[0]?.grades[0],
          });
        }}
      />
      {procedure ? (
        <>
          <Select
            label={ru.fields.subject}
            data={procedure.subjects.map(({ code, name }) => ({ value: code, label: name }))}
            value={search.subject ?? null}
            onChange={(value) => {
              const next = procedure.subjects.find(({ code }) => code === value);
              onChange({ subject: next?.code, grade: next?.grades[0] });
            }}
          />
          {(subject?.grades.length ?? 0) > 1 ? (
            <Select
              label={ru.fields.grade}
              allowDeselect={false}
              data={subject?.grades.map((grade) => ({ value: String(grade), label: ru.grade(String(grade)) })) ?? []}
              value={search.grade === undefined ? null : String(search.grade)}
              onChange={(value) => onChange({ grade: value ? Number(value) : undefined })}
            />
          ) : null}
          <Select
            label={ru.fields.year}
            data={procedure.years.map(String)}
            value={search.year ? String(search.year) : null}
            onChange={(value) => onChange({ year: value ? Number(value) : undefined })}
          />
        </>
      ) : null}
    </>
  );
}
