import { Button, Select } from '@mantine/core';
import { IconChartBar, IconDownload, IconPlus } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import type { AssociationSummary } from '@/api/gen/types.gen';
import { useCan } from '@/api/session';
import { formatDay, formatNumber } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { type FilterTag, SearchField } from '@/ui/filter-bar';
import { FilterPanel } from '@/ui/filter-panel';
import { LinkButton } from '@/ui/link-button';
import { ListPage } from '@/ui/list-page';
import { StatusBadge } from '@/ui/status-badge';
import { whose } from './event-table';
import classes from './events.module.css';
import { associationFilter, chosen, fileAddress, pageSize } from './filters';
import { associationsOptions, namedSchoolOptions, readAllAssociations } from './queries';
import { associationLevelNames, ru, associations as text } from './ru';
import { type AssociationFilters, type AssociationSearch, associationLevels } from './search';

const AssociationDialog = lazy(() =>
  import('./association-dialog').then((file) => ({ default: file.AssociationDialog })),
);

interface Props {
  search: AssociationSearch;
  onSearch: (next: AssociationSearch) => void;
}

export function AssociationList({ search, onSearch }: Props) {
  const list = useQuery(associationsOptions(search));
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const mayAdd = useCan('events:write');
  const [adding, setAdding] = useState(false);
  const change = (next: Partial<AssociationFilters>) => onSearch({ ...search, ...next, page: undefined });
  const tags = useTags({ search, onChange: change });
  const columns: Column<AssociationSummary>[] = [
    {
      id: 'name',
      header: text.columns.name,
      sort: 'name',
      card: 'title',
      width: '40%',
      cell: ({ name, closedOn }) => (
        <span className={classes.name}>
          {name}
          {closedOn ? <StatusBadge tone="neutral">{text.closed}</StatusBadge> : null}
        </span>
      ),
    },
    {
      id: 'level',
      header: text.columns.level,
      cell: ({ level, subject }) => (
        <>
          {associationLevelNames[level]}
          {subject ? (
            <span className={classes.under}>{subjects.find(({ code }) => code === subject)?.name ?? subject}</span>
          ) : null}
        </>
      ),
    },
    { id: 'whose', header: text.columns.whose, cell: whose },
    {
      id: 'members',
      header: text.columns.members,
      sort: 'members',
      align: 'right',
      cell: ({ members }) => formatNumber(members),
    },
    {
      id: 'last',
      header: text.columns.last,
      cell: ({ meetings, lastMeetingOn }) =>
        lastMeetingOn ? text.held(meetings, formatDay(lastMeetingOn)) : text.noMeetings,
    },
  ];
  return (
    <>
      <ListPage
        words={text}
        list={list}
        filtered={chosen(search) > 0}
        emptyText={text.emptyText}
        add={
          mayAdd ? (
            <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setAdding(true)}>
              {text.add}
            </Button>
          ) : null
        }
        actions={
          <>
            <LinkButton
              variant="default"
              to="/training/associations/coverage"
              leftSection={<IconChartBar size={18} aria-hidden="true" />}
            >
              {text.coverage}
            </LinkButton>
            <Button
              component="a"
              variant="default"
              href={fileAddress('associations', associationFilter(search))}
              download
              leftSection={<IconDownload size={18} aria-hidden="true" />}
            >
              {text.file}
            </Button>
          </>
        }
        readAll={() => readAllAssociations(search)}
        panel={<Panel search={search} onChange={change} />}
        tags={tags}
        onReset={() => onSearch({ sort: search.sort })}
        table={(rows, { total, stale, empty }) => (
          <DataTable
            caption={text.registry}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            rowLink={({ id }) => ({ to: '/training/associations/$associationId', params: { associationId: id } })}
            sort={search.sort ?? 'name'}
            onSort={(sort) => onSearch({ ...search, sort: sort as AssociationSearch['sort'], page: undefined })}
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
          <AssociationDialog onClose={() => setAdding(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

interface PanelProps {
  search: AssociationSearch;
  onChange: (change: Partial<AssociationFilters>) => void;
}

function Panel({ search, onChange }: PanelProps) {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const choice = (
    key: 'level' | 'subject' | 'municipality' | 'work',
    label: string,
    data: { value: string; label: string }[],
    placeholder: string = text.any,
  ) => (
    <Select
      label={label}
      placeholder={placeholder}
      data={data}
      value={search[key] ?? null}
      onChange={(value) => onChange({ [key]: value ?? undefined } as Partial<AssociationFilters>)}
      clearable
      searchable={data.length > 12}
      clearButtonProps={{ 'aria-label': text.clear(label) }}
    />
  );
  return (
    <FilterPanel title={text.filters} chosen={chosen(search)}>
      <SearchField
        label={text.search}
        placeholder={text.searchPlaceholder}
        value={search.search}
        onChange={(value) => onChange({ search: value })}
      />
      {choice(
        'level',
        text.level,
        associationLevels.map((value) => ({ value, label: associationLevelNames[value] })),
      )}
      {choice(
        'subject',
        text.subject,
        subjects.map(({ code, name }) => ({ value: code, label: name })),
      )}
      {municipalities.length > 1
        ? choice(
            'municipality',
            text.municipality,
            municipalities.map(({ code, name }) => ({ value: code, label: name })),
          )
        : null}
      {choice(
        'work',
        text.work,
        Object.entries(text.works).map(([value, label]) => ({ value, label })),
        text.working,
      )}
    </FilterPanel>
  );
}

function useTags({ search, onChange }: PanelProps): FilterTag[] {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const { search: words, level, subject, municipality, school, work } = search;
  const named = useQuery({ ...namedSchoolOptions(school ?? ''), enabled: Boolean(school) }).data;
  const tags: [keyof AssociationFilters, string | undefined][] = [
    ['search', words],
    ['level', level && associationLevelNames[level]],
    ['subject', subject && (subjects.find(({ code }) => code === subject)?.name ?? subject)],
    ['municipality', municipality && (municipalities.find(({ code }) => code === municipality)?.name ?? municipality)],
    ['school', school && (named?.name ?? ru.school)],
    ['work', work && text.works[work]],
  ];
  return tags.flatMap(([key, label]) =>
    label ? [{ key, label, onRemove: () => onChange({ [key]: undefined }) }] : [],
  );
}
