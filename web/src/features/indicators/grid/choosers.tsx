import { NativeSelect, Select } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { municipalitiesOptions } from '@/api/dictionaries';
import { listSchoolsQuery } from '@/api/gen/@tanstack/react-query.gen';
import type { IndicatorGrid, IndicatorSetSummary, ListedSchool } from '@/api/gen/types.gen';
import { isRegional, useMe } from '@/api/session';
import { FilterBar } from '@/ui/filter-bar';
import { SearchSelect } from '@/ui/search-select';
import { periodName } from './model';
import { periodsOptions } from './queries';
import { ru } from './ru';
import type { EntrySearch } from './search';

interface Props {
  sets: readonly IndicatorSetSummary[];
  set: string;
  grid: IndicatorGrid | undefined;
  search: EntrySearch;
  onSearch: (next: EntrySearch) => void;
}

/** Which set, whose values, which periods: all of it stands in the address. */
export function Choosers({ sets, set, grid, search, onSearch }: Props) {
  const me = useMe();
  const periods = useQuery(periodsOptions(set)).data ?? [];
  const options = periods.map(({ period }) => ({ value: period, label: periodName(period) }));
  const change = (next: Partial<EntrySearch>) => onSearch({ ...search, cell: undefined, ...next });
  return (
    <FilterBar>
      <NativeSelect
        aria-label={ru.set}
        value={set}
        data={sets.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => change({ set: event.currentTarget.value, from: undefined, to: undefined })}
      />
      {me.role === 'School' ? null : <Places grid={grid} search={search} change={change} />}
      {options.length > 1 ? (
        <>
          <NativeSelect
            aria-label={ru.from}
            value={search.from ?? ''}
            data={[{ value: '', label: ru.anyFrom }, ...options]}
            onChange={(event) => change({ from: event.currentTarget.value || undefined })}
          />
          <NativeSelect
            aria-label={ru.to}
            value={search.to ?? ''}
            data={[{ value: '', label: ru.anyTo }, ...options]}
            onChange={(event) => change({ to: event.currentTarget.value || undefined })}
          />
        </>
      ) : null}
    </FilterBar>
  );
}

interface PlacesProps {
  grid: IndicatorGrid | undefined;
  search: EntrySearch;
  change: (next: Partial<EntrySearch>) => void;
}

function Places({ grid, search, change }: PlacesProps) {
  const me = useMe();
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const municipality = search.municipality ?? grid?.municipalityCode ?? undefined;
  return (
    <>
      <Select
        aria-label={ru.municipality}
        placeholder={isRegional(me) ? ru.anyMunicipality : ru.municipality}
        data={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        value={municipality ?? null}
        searchable
        clearable={isRegional(me)}
        clearButtonProps={{ 'aria-label': `Очистить: ${ru.municipality}` }}
        nothingFoundMessage={ru.placeNothing}
        onChange={(code) => change({ municipality: code ?? undefined, school: undefined })}
      />
      <SearchSelect
        key={`${municipality}|${search.school}`}
        aria-label={ru.school}
        placeholder={municipality ? ru.schoolPlaceholder : ru.placePlaceholder}
        find={(text) =>
          listSchoolsQuery({
            query: {
              search: text || undefined,
              municipality: municipality ? [municipality] : undefined,
              state: 'Open',
              pageSize: 20,
            },
          }) as never
        }
        toOptions={(page: { items: ListedSchool[] }) => page.items.map(({ id, name }) => ({ value: id, label: name }))}
        known={
          grid?.schoolId && grid.schoolId === search.school
            ? { value: grid.schoolId, label: grid.placeName }
            : undefined
        }
        nothing={ru.placeNothing}
        value={search.school ?? null}
        clearable
        clearButtonProps={{ 'aria-label': `Очистить: ${ru.school}` }}
        onChange={(school) => change({ school: school ?? undefined, municipality: school ? undefined : municipality })}
      />
    </>
  );
}
