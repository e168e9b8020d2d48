import { Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { municipalitiesOptions } from '@/api/dictionaries';
import type { FilterTag } from '@/ui/filter-bar';
import { FilterPanel } from '@/ui/filter-panel';
import { namedSchoolOptions } from './queries';
import { kindNames, kinds, ru, stateNames, states } from './ru';
import { chosen, type MentoringFilters, type MentoringSearch } from './search';

interface Props {
  search: MentoringSearch;
  onChange: (change: Partial<MentoringFilters>) => void;
}

export function MentoringFilterPanel({ search, onChange }: Props) {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const [text, setText] = useState(search.search ?? '');
  const ask = useDebouncedCallback((value: string) => onChange({ search: value.trim() || undefined }), 250);
  // A tag taken off, or another address, empties the field too.
  useEffect(() => setText(search.search ?? ''), [search.search]);
  return (
    <FilterPanel title={ru.filters} chosen={chosen(search)}>
      <TextInput
        type="search"
        aria-label={ru.search}
        placeholder={ru.search}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          ask(event.currentTarget.value);
        }}
      />
      <Select
        label={ru.fields.kind}
        placeholder={ru.any}
        data={kinds.map((value) => ({ value, label: kindNames[value] }))}
        value={search.kind ?? null}
        onChange={(kind) => onChange({ kind: kinds.find((one) => one === kind) })}
        clearable
        clearButtonProps={{ 'aria-label': ru.clear(ru.fields.kind) }}
      />
      <Select
        label={ru.fields.state}
        placeholder={ru.anyState}
        data={states.map((value) => ({ value, label: stateNames[value] }))}
        value={search.state ?? null}
        onChange={(state) => onChange({ state: states.find((one) => one === state) })}
        clearable
        clearButtonProps={{ 'aria-label': ru.clear(ru.fields.state) }}
      />
      {municipalities.length > 1 ? (
        <Select
          label={ru.fields.municipality}
          placeholder={ru.any}
          data={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
          value={search.municipality ?? null}
          onChange={(municipality) => onChange({ municipality: municipality ?? undefined })}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': ru.clear(ru.fields.municipality) }}
        />
      ) : null}
    </FilterPanel>
  );
}

/** Chosen filters in words: for the tags on screen and for the heading in print. */
export function useMentoringTags({ search, onChange }: Props): FilterTag[] {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const { kind, state, school, municipality, search: text } = search;
  const named = useQuery({ ...namedSchoolOptions(school ?? ''), enabled: Boolean(school) }).data;
  const words: [keyof MentoringFilters, string | undefined][] = [
    ['search', text && ru.tags.search(text)],
    ['kind', kind && kindNames[kind]],
    ['state', state && stateNames[state]],
    ['municipality', municipality && (municipalities.find(({ code }) => code === municipality)?.name ?? municipality)],
    ['school', school && (named?.name ?? ru.tags.school)],
  ];
  return words.flatMap(([key, label]) =>
    label ? [{ key, label, onRemove: () => onChange({ [key]: undefined }) }] : [],
  );
}
