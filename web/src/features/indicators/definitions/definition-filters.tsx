import { Select } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type FilterTag, SearchField } from '@/ui/filter-bar';
import { FilterPanel } from '@/ui/filter-panel';
import { setsOptions } from './queries';
import { levelNames, ru, sourceNames } from './ru';
import { chosen, type DefinitionFilters, type DefinitionSearch, levels, sources } from './search';

interface Props {
  search: DefinitionSearch;
  onChange: (change: Partial<DefinitionFilters>) => void;
}

export function DefinitionFilterPanel({ search, onChange }: Props) {
  const sets = useSuspenseQuery(setsOptions()).data;
  const choice = (key: Exclude<keyof DefinitionFilters, 'search'>, data: { value: string; label: string }[]) => (
    <Select
      label={ru.fields[key]}
      placeholder={ru.any}
      data={data}
      value={search[key] ?? null}
      onChange={(value) => onChange({ [key]: value ?? undefined } as Partial<DefinitionFilters>)}
      clearable
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
        'set',
        sets.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {choice(
        'enteredBy',
        sources.map((value) => ({ value, label: sourceNames[value] })),
      )}
      {choice(
        'level',
        levels.map((value) => ({ value, label: levelNames[value] })),
      )}
      {choice(
        'retired',
        (['no', 'yes'] as const).map((value) => ({ value, label: ru.retired[value] })),
      )}
    </FilterPanel>
  );
}

/** Chosen filters in words, each with its way out. */
export function useDefinitionTags({ search, onChange }: Props): FilterTag[] {
  const sets = useSuspenseQuery(setsOptions()).data;
  const { set, level, enteredBy, retired } = search;
  const words: [keyof DefinitionFilters, string | undefined][] = [
    ['search', search.search && `«${search.search}»`],
    ['set', set && (sets.find(({ id }) => id === set)?.name ?? ru.fields.set)],
    ['enteredBy', enteredBy && sourceNames[enteredBy]],
    ['level', level && levelNames[level]],
    ['retired', retired && ru.retired[retired]],
  ];
  return words.flatMap(([key, label]) =>
    label ? [{ key, label, onRemove: () => onChange({ [key]: undefined }) }] : [],
  );
}
