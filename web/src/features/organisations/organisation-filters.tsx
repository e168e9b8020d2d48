import { Select } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { municipalitiesOptions } from '@/api/dictionaries';
import { type FilterTag, SearchField } from '@/ui/filter-bar';
import { FilterPanel } from '@/ui/filter-panel';
import { kindNames, ru } from './ru';
import { chosen, type OrganisationFilters, type OrganisationSearch, organisationKinds } from './search';

interface Props {
  search: OrganisationSearch;
  onChange: (change: Partial<OrganisationFilters>) => void;
}

export function OrganisationFilterPanel({ search, onChange }: Props) {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const choice = (
    key: 'kind' | 'municipality' | 'closed',
    data: { value: string; label: string }[],
    placeholder: string,
  ) => (
    <Select
      label={ru.fields[key]}
      placeholder={placeholder}
      data={data}
      value={search[key] ?? null}
      onChange={(value) => onChange({ [key]: value ?? undefined } as Partial<OrganisationFilters>)}
      clearable
      searchable={data.length > 12}
      clearButtonProps={{ 'aria-label': ru.clear(ru.fields[key]) }}
    />
  );
  return (
    <FilterPanel title={ru.filters} chosen={chosen(search).length}>
      <SearchField
        label={ru.search}
        placeholder={ru.searchPlaceholder}
        value={search.search}
        onChange={(value) => onChange({ search: value })}
      />
      {choice(
        'kind',
        organisationKinds.map((value) => ({ value, label: kindNames[value] })),
        ru.any,
      )}
      {municipalities.length > 1
        ? choice(
            'municipality',
            municipalities.map(({ code, name }) => ({ value: code, label: name })),
            ru.any,
          )
        : null}
      {choice(
        'closed',
        (['no', 'yes'] as const).map((value) => ({ value, label: ru.closed[value] })),
        ru.anyState,
      )}
    </FilterPanel>
  );
}

/** Chosen filters in words: for the tags on screen and for the heading in print. */
export function useOrganisationTags({ search, onChange }: Props): FilterTag[] {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const { municipality, kind, closed } = search;
  const words: [keyof OrganisationFilters, string | undefined][] = [
    ['search', search.search && `«${search.search}»`],
    ['kind', kind && kindNames[kind]],
    ['municipality', municipality && (municipalities.find(({ code }) => code === municipality)?.name ?? municipality)],
    ['closed', closed && ru.closed[closed]],
  ];
  return words.flatMap(([key, label]) =>
    label ? [{ key, label, onRemove: () => onChange({ [key]: undefined }) }] : [],
  );
}
