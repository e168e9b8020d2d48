import { Select } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { subjectsOptions } from '@/api/dictionaries';
import { type FilterTag, SearchField } from '@/ui/filter-bar';
import { FilterPanel } from '@/ui/filter-panel';
import { chosen } from './filters';
import { kindNames, ru, timeNames } from './ru';
import { type DiagnosticFilters, type DiagnosticSearch, kinds, times } from './search';

interface Props {
  search: DiagnosticSearch;
  onChange: (change: Partial<DiagnosticFilters>) => void;
}

export function DiagnosticFilterPanel({ search, onChange }: Props) {
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const choice = (key: 'kind' | 'subject' | 'time', data: { value: string; label: string }[]) => (
    <Select
      label={ru.fields[key]}
      placeholder={ru.any}
      data={data}
      value={search[key] ?? null}
      onChange={(value) => onChange({ [key]: value ?? undefined } as Partial<DiagnosticFilters>)}
      clearable
      searchable={data.length > 12}
      clearButtonProps={{ 'aria-label': ru.clear(ru.fields[key]) }}
    />
  );
  return (
    <FilterPanel title={ru.filters} chosen={chosen(search)}>
      <SearchField
        label={ru.search}
        placeholder={ru.searchPlaceholder}
        value={search.search}
        onChange={(value) => onChange({ search: value })}
      />
      {choice(
        'kind',
        kinds.map((value) => ({ value, label: kindNames[value] })),
      )}
      {choice(
        'subject',
        subjects.map(({ code, name }) => ({ value: code, label: name })),
      )}
      {choice(
        'time',
        times.map((value) => ({ value, label: timeNames[value].word })),
      )}
    </FilterPanel>
  );
}

/** Chosen filters in words: for the tags on screen and for the heading in print. */
export function useDiagnosticTags({ search, onChange }: Props): FilterTag[] {
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const { search: text, kind, subject, time } = search;
  const words: [keyof DiagnosticFilters, string | undefined][] = [
    ['search', text],
    ['kind', kind && kindNames[kind]],
    ['subject', subject && (subjects.find(({ code }) => code === subject)?.name ?? subject)],
    ['time', time && timeNames[time].word],
  ];
  return words.flatMap(([key, label]) =>
    label ? [{ key, label, onRemove: () => onChange({ [key]: undefined }) }] : [],
  );
}
