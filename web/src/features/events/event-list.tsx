import { Button, Select } from '@mantine/core';
import { IconChartBar, IconDownload, IconPlus } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { municipalitiesOptions } from '@/api/dictionaries';
import { useCan } from '@/api/session';
import { formatDay } from '@/lib/format';
import { DateField } from '@/ui/date-field';
import { type FilterTag, SearchField } from '@/ui/filter-bar';
import { FilterPanel } from '@/ui/filter-panel';
import { LinkButton } from '@/ui/link-button';
import { ListPage } from '@/ui/list-page';
import { EventTable } from './event-table';
import { chosen, eventFilter, fileAddress, pageSize } from './filters';
import { eventsOptions, namedSchoolOptions, readAllEvents } from './queries';
import { kindNames, levelNames, ru, stateWords } from './ru';
import { type EventFilters, type EventSearch, kinds, levels, states } from './search';

const EventDialog = lazy(() => import('./event-dialog').then((file) => ({ default: file.EventDialog })));

interface Props {
  search: EventSearch;
  onSearch: (next: EventSearch) => void;
}

export function EventList({ search, onSearch }: Props) {
  const list = useQuery(eventsOptions(search));
  const mayAdd = useCan('events:write');
  const [adding, setAdding] = useState(false);
  const change = (next: Partial<EventFilters>) => onSearch({ ...search, ...next, page: undefined });
  const tags = useTags({ search, onChange: change });
  return (
    <>
      <ListPage
        words={ru}
        list={list}
        filtered={chosen(search) > 0}
        emptyText={ru.emptyText}
        add={
          mayAdd ? (
            <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setAdding(true)}>
              {ru.add}
            </Button>
          ) : null
        }
        actions={
          <>
            <LinkButton
              variant="default"
              to="/training/events/reach"
              leftSection={<IconChartBar size={18} aria-hidden="true" />}
            >
              {ru.reach}
            </LinkButton>
            <Button
              component="a"
              variant="default"
              href={fileAddress('events', eventFilter(search))}
              download
              leftSection={<IconDownload size={18} aria-hidden="true" />}
            >
              {ru.file}
            </Button>
          </>
        }
        readAll={() => readAllEvents(search)}
        panel={<EventFilterPanel search={search} onChange={change} />}
        tags={tags}
        onReset={() => onSearch({ sort: search.sort })}
        table={(rows, { total, stale, empty }) => (
          <EventTable
            rows={rows}
            sort={search.sort ?? '-start'}
            onSort={(sort) => onSearch({ ...search, sort: sort as EventSearch['sort'], page: undefined })}
            paging={{
              page: search.page ?? 1,
              pageSize,
              total,
              onPage: (page) => onSearch({ ...search, page: page > 1 ? page : undefined }),
            }}
            stale={stale}
            empty={empty}
          />
        )}
      />
      {adding ? (
        <Suspense>
          <EventDialog onClose={() => setAdding(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

interface PanelProps {
  search: EventSearch;
  onChange: (change: Partial<EventFilters>) => void;
}

const options = (values: readonly string[], names: Record<string, string>) =>
  values.map((value) => ({ value, label: names[value] ?? value }));

function EventFilterPanel({ search, onChange }: PanelProps) {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const choice = (
    key: 'kind' | 'level' | 'state' | 'municipality',
    label: string,
    data: { value: string; label: string }[],
  ) => (
    <Select
      label={label}
      placeholder={ru.any}
      data={data}
      value={search[key] ?? null}
      onChange={(value) => onChange({ [key]: value ?? undefined } as Partial<EventFilters>)}
      clearable
      searchable={data.length > 12}
      clearButtonProps={{ 'aria-label': ru.clear(label) }}
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
      {choice('kind', ru.kind, options([...kinds, 'AssociationMeeting'], kindNames))}
      {choice('level', ru.level, options(levels, levelNames))}
      {choice(
        'state',
        ru.state,
        states.map((value) => ({ value, label: stateWords[value].word })),
      )}
      {municipalities.length > 1
        ? choice(
            'municipality',
            ru.municipality,
            municipalities.map(({ code, name }) => ({ value: code, label: name })),
          )
        : null}
      <DateField
        label={ru.from}
        clearable
        value={search.from ?? null}
        onChange={(from) => onChange({ from: from ?? undefined })}
      />
      <DateField
        label={ru.to}
        clearable
        value={search.to ?? null}
        onChange={(to) => onChange({ to: to ?? undefined })}
      />
    </FilterPanel>
  );
}

/** Chosen filters in words: for the tags on screen and for the heading in print. */
function useTags({ search, onChange }: PanelProps): FilterTag[] {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const { search: text, kind, level, state, municipality, school, from, to } = search;
  const named = useQuery({ ...namedSchoolOptions(school ?? ''), enabled: Boolean(school) }).data;
  const words: [keyof EventFilters, string | undefined][] = [
    ['search', text],
    ['kind', kind && kindNames[kind]],
    ['level', level && `${ru.level}: ${levelNames[level]}`],
    ['state', state && stateWords[state].word],
    ['municipality', municipality && (municipalities.find(({ code }) => code === municipality)?.name ?? municipality)],
    ['school', school && (named?.name ?? ru.school)],
    ['from', from && `${ru.from} ${formatDay(from)}`],
    ['to', to && `${ru.to} ${formatDay(to)}`],
  ];
  return words.flatMap(([key, label]) =>
    label ? [{ key, label, onRemove: () => onChange({ [key]: undefined }) }] : [],
  );
}
