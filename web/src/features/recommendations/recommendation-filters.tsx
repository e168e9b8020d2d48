import { Checkbox, Select } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { municipalitiesOptions } from '@/api/dictionaries';
import { formatDay } from '@/lib/format';
import type { FilterTag } from '@/ui/filter-bar';
import { FilterPanel } from '@/ui/filter-panel';
import { namedSchoolOptions } from './queries';
import classes from './recommendations.module.css';
import { kindNames, kinds, ru, stateNames, states } from './ru';
import { chosen, type RecommendationFilters, type RecommendationSearch } from './search';

interface Props {
  search: RecommendationSearch;
  onChange: (change: Partial<RecommendationFilters>) => void;
}

export function RecommendationFilterPanel({ search, onChange }: Props) {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const choice = (
    key: 'state' | 'kind' | 'municipality',
    data: { value: string; label: string }[],
    placeholder: string,
  ) => (
    <Select
      label={ru.fields[key]}
      placeholder={placeholder}
      data={data}
      value={search[key] ?? null}
      onChange={(value) => onChange({ [key]: value ?? undefined } as Partial<RecommendationFilters>)}
      clearable
      searchable={data.length > 12}
      clearButtonProps={{ 'aria-label': ru.clear(ru.fields[key]) }}
    />
  );
  const only = (key: 'overdue' | 'mine') => (
    <Checkbox
      label={ru.only[key]}
      checked={search[key] === 'true'}
      onChange={(event) => onChange({ [key]: event.currentTarget.checked ? 'true' : undefined })}
    />
  );
  return (
    <FilterPanel title={ru.filters} chosen={chosen(search)}>
      {choice(
        'state',
        states.map((value) => ({ value, label: stateNames[value] })),
        ru.anyState,
      )}
      {choice(
        'kind',
        kinds.map((value) => ({ value, label: kindNames[value] })),
        ru.any,
      )}
      {municipalities.length > 1
        ? choice(
            'municipality',
            municipalities.map(({ code, name }) => ({ value: code, label: name })),
            ru.anyPlace,
          )
        : null}
      <div className={classes.only}>
        {only('overdue')}
        {only('mine')}
      </div>
    </FilterPanel>
  );
}

/** Chosen filters in words: for the tags on screen and for the heading in print. */
export function useRecommendationTags({ search, onChange }: Props): FilterTag[] {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const { state, kind, school, municipality, indicator, overdue, mine, dueFrom, dueBy } = search;
  const named = useQuery({ ...namedSchoolOptions(school ?? ''), enabled: Boolean(school) }).data;
  const words: [keyof RecommendationFilters, string | undefined][] = [
    ['state', state && stateNames[state]],
    ['kind', kind && kindNames[kind]],
    ['municipality', municipality && (municipalities.find(({ code }) => code === municipality)?.name ?? municipality)],
    ['school', school && (named?.name ?? ru.tags.school)],
    ['indicator', indicator && ru.tags.indicator],
    ['overdue', overdue && ru.tags.overdue],
    ['mine', mine && ru.tags.mine],
    ['dueFrom', dueFrom && ru.tags.dueFrom(formatDay(dueFrom))],
    ['dueBy', dueBy && ru.tags.dueBy(formatDay(dueBy))],
  ];
  return words.flatMap(([key, label]) =>
    label ? [{ key, label, onRemove: () => onChange({ [key]: undefined }) }] : [],
  );
}
