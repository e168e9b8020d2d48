import { Button, Select } from '@mantine/core';
import { IconDownload, IconPlus } from '@tabler/icons-react';
import { type UseQueryResult, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type ComponentType, useState } from 'react';
import { municipalitiesOptions } from '@/api/dictionaries';
import type { SupportedSchool } from '@/api/gen/types.gen';
import { useCan } from '@/api/session';
import { formatCount, formatDay } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import type { Forms } from '@/lib/plural';
import { type Column, DataTable } from '@/ui/data-table';
import { DateField } from '@/ui/date-field';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { FilterTags } from '@/ui/filter-bar';
import { FilterPanel, WithFilters } from '@/ui/filter-panel';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { chosen, pageSize } from './filter';
import { namedSchoolOptions } from './queries';
import { RemoveActDialog } from './remove-act-dialog';
import { acts, audienceNames, ru } from './ru';
import { type ActSearch, audiences } from './search';
import classes from './support.module.css';

/** What visits and consultations have in common. */
export interface Act {
  id: string;
  on: string;
  school: SupportedSchool;
  version: number;
}

interface Props<Row extends Act> {
  words: { title: string; forms: Forms; add: string; empty: string; emptyText: string; remove: string };
  list: UseQueryResult<{ items: Row[]; total: number }, unknown>;
  columns: readonly Column<Row>[];
  dialog: ComponentType<{ act: Row | undefined; onClose: () => void }>;
  remove: (row: Row) => Promise<unknown>;
  byAudience?: boolean;
  /** Where the file with the same filter is fetched. */
  file: (search: ActSearch) => string;
  search: ActSearch;
  onSearch: (next: ActSearch) => void;
}

/** A list of things done at schools, with a dialog to write them down. */
export function ActList<Row extends Act>(props: Props<Row>) {
  const { words, list, columns, dialog: Dialog, remove, byAudience = false, file, search, onSearch } = props;
  const mayWrite = useCan('support:write');
  const [open, setOpen] = useState<{ act?: Row; removing?: boolean }>();
  const change = (next: Partial<ActSearch>) => onSearch({ ...search, ...next, page: undefined });
  const tags = useActTags(search, change);
  const total = list.data?.total;
  const add = mayWrite ? (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setOpen({})}>
      {words.add}
    </Button>
  ) : null;
  const close = () => setOpen(undefined);
  const all: Column<Row>[] = [
    { id: 'on', header: acts.on, card: 'title', nowrap: true, cell: ({ on }) => formatDay(on) },
    {
      id: 'school',
      header: ru.school,
      width: '26%',
      cell: ({ school }) => (
        <>
          {school.name}
          <span className={classes.under}>{shortPlace(school.municipality)}</span>
        </>
      ),
    },
    ...columns,
    ...(mayWrite
      ? [
          {
            id: 'actions',
            header: acts.actions,
            quiet: true,
            screenOnly: true,
            cell: (row: Row) => (
              <span className={classes.buttons}>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`${acts.change}: ${formatDay(row.on)}, ${row.school.name}`}
                  onClick={() => setOpen({ act: row })}
                >
                  {acts.change}
                </Button>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  color="red"
                  aria-label={`${acts.remove}: ${formatDay(row.on)}, ${row.school.name}`}
                  onClick={() => setOpen({ act: row, removing: true })}
                >
                  {acts.remove}
                </Button>
              </span>
            ),
          } satisfies Column<Row>,
        ]
      : []),
  ];
  return (
    <>
      <PageHeader
        title={words.title}
        answer={total === undefined ? undefined : formatCount(total, words.forms)}
        actions={
          total === 0 && tags.length === 0 ? null : (
            <>
              {total ? (
                <Button
                  component="a"
                  variant="default"
                  href={file(search)}
                  download
                  leftSection={<IconDownload size={18} aria-hidden="true" />}
                >
                  {ru.file}
                </Button>
              ) : null}
              {add}
            </>
          )
        }
      />
      {total === 0 && tags.length === 0 ? (
        <EmptyState title={words.empty} action={add}>
          {words.emptyText}
        </EmptyState>
      ) : (
        <WithFilters panel={<ActFilterPanel search={search} byAudience={byAudience} onChange={change} />}>
          <FilterTags tags={tags} onReset={() => onSearch({})} />
          {list.data ? (
            <DataTable
              caption={words.title}
              columns={all}
              rows={list.data.items}
              rowKey={({ id }) => id}
              paging={{
                page: search.page ?? 1,
                pageSize,
                total: list.data.total,
                onPage: (page) => onSearch({ ...search, page: page > 1 ? page : undefined }),
              }}
              stale={list.isPlaceholderData}
              empty={
                <EmptyState title={acts.nothing} action={<Button onClick={() => onSearch({})}>{ru.reset}</Button>}>
                  {ru.nothingText}
                </EmptyState>
              }
            />
          ) : list.error ? (
            <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
          ) : (
            <DelayedSkeleton rows={8} />
          )}
        </WithFilters>
      )}
      {open?.removing && open.act ? (
        <RemoveActDialog act={open.act} title={words.remove} remove={remove} onClose={close} />
      ) : open ? (
        <Dialog act={open.act} onClose={close} />
      ) : null}
    </>
  );
}

interface PanelProps {
  search: ActSearch;
  byAudience: boolean;
  onChange: (change: Partial<ActSearch>) => void;
}

function ActFilterPanel({ search, byAudience, onChange }: PanelProps) {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  return (
    <FilterPanel title={ru.filters} chosen={chosen(search)}>
      {byAudience ? (
        <Select
          label={acts.consultation.audience}
          placeholder={ru.any}
          data={audiences.map((value) => ({ value, label: audienceNames[value] }))}
          value={search.audience ?? null}
          onChange={(audience) => onChange({ audience: audience ?? undefined } as Partial<ActSearch>)}
          clearable
          clearButtonProps={{ 'aria-label': ru.clear(acts.consultation.audience) }}
        />
      ) : null}
      {municipalities.length > 1 ? (
        <Select
          label={ru.fields.municipality}
          placeholder={ru.any}
          data={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
          value={search.municipality ?? null}
          onChange={(municipality) => onChange({ municipality: municipality ?? undefined })}
          searchable={municipalities.length > 12}
          clearable
          clearButtonProps={{ 'aria-label': ru.clear(ru.fields.municipality) }}
        />
      ) : null}
      <DateField
        label={acts.from}
        clearable
        value={search.from ?? null}
        onChange={(from) => onChange({ from: from ?? undefined })}
      />
      <DateField
        label={acts.to}
        clearable
        value={search.to ?? null}
        onChange={(to) => onChange({ to: to ?? undefined })}
      />
    </FilterPanel>
  );
}

function useActTags(search: ActSearch, onChange: (change: Partial<ActSearch>) => void) {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const { school, municipality, audience, from, to } = search;
  const named = useQuery({ ...namedSchoolOptions(school ?? ''), enabled: Boolean(school) }).data;
  const words: [keyof ActSearch, string | undefined][] = [
    ['school', school && (named?.name ?? ru.school)],
    ['audience', audience && audienceNames[audience]],
    ['municipality', municipality && (municipalities.find(({ code }) => code === municipality)?.name ?? municipality)],
    ['from', from && `${acts.from} ${formatDay(from)}`],
    ['to', to && `${acts.to} ${formatDay(to)}`],
  ];
  return words.flatMap(([key, label]) =>
    label ? [{ key, label, onRemove: () => onChange({ [key]: undefined }) }] : [],
  );
}
