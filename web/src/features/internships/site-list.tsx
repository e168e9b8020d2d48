import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import type { InternshipSiteSummary } from '@/api/gen/types.gen';
import { useCan } from '@/api/session';
import { formatDay, formatNumber } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { type Column, DataTable } from '@/ui/data-table';
import { FilterPanel } from '@/ui/filter-panel';
import { lazyDialog } from '@/ui/lazy-dialog';
import { ListPage } from '@/ui/list-page';
import classes from './internships.module.css';
import { readAllSites, sitesOptions } from './queries';
import { sites as ru } from './ru';
import { chosen, pageSize, type SiteSearch } from './search';
import { Views } from './views';

const SiteDialog = lazyDialog(async () => (await import('./site-dialog')).AddSiteDialog);

interface Props {
  search: SiteSearch;
  onSearch: (next: SiteSearch) => void;
}

export function SiteList({ search, onSearch }: Props) {
  const list = useQuery(sitesOptions(search));
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const mayAdd = useCan('partnerships:write');
  const [adding, setAdding] = useState(false);
  const [text, setText] = useState(search.search ?? '');
  // Another filter starts from the first page; the order stays.
  const change = (next: Partial<SiteSearch>) => onSearch({ ...search, ...next, page: undefined });
  const ask = useDebouncedCallback((value: string) => change({ search: value.trim() || undefined }), 250);
  useEffect(() => setText(search.search ?? ''), [search.search]);
  const subjectName = (code: string) => subjects.find((subject) => subject.code === code)?.name ?? code;
  const columns: Column<InternshipSiteSummary>[] = [
    { id: 'title', header: ru.fields.title, card: 'title', sort: 'title', width: '34%', cell: ({ title }) => title },
    {
      id: 'host',
      header: ru.fields.host,
      card: 'text',
      cell: ({ host, municipality }) => (
        <>
          {host} {municipality ? <span className={classes.said}>{shortPlace(municipality)}</span> : null}
        </>
      ),
    },
    {
      id: 'subjects',
      header: ru.fields.subjects,
      cell: ({ subjects: codes }) => codes.map(subjectName).join(', ') || ru.general,
    },
    {
      id: 'free',
      header: ru.fields.free,
      align: 'right',
      nowrap: true,
      sort: 'capacity',
      cell: ({ capacity, taken, closedOn }) =>
        closedOn
          ? ru.closed(formatDay(closedOn))
          : ru.places(formatNumber(Math.max(0, capacity - taken)), formatNumber(capacity)),
    },
    {
      id: 'interns',
      header: ru.fields.interns,
      align: 'right',
      nowrap: true,
      cell: ({ interns }) => formatNumber(interns),
    },
  ];
  const tags: [keyof SiteSearch, string | undefined][] = [
    ['search', search.search && `«${search.search}»`],
    ['subject', search.subject && subjectName(search.subject)],
    ['municipality', search.municipality && municipalities.find(({ code }) => code === search.municipality)?.name],
    ['closed', search.closed && ru.closedOnly],
  ];
  return (
    <>
      <Views open="sites" />
      <ListPage
        words={ru}
        list={list}
        filtered={chosen(search) > 0}
        emptyText={mayAdd ? ru.emptyText : ru.emptyReader}
        add={
          mayAdd ? (
            <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setAdding(true)}>
              {ru.add}
            </Button>
          ) : null
        }
        readAll={() => readAllSites(search)}
        panel={
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
              label={ru.fields.subject}
              placeholder={ru.any}
              data={subjects.map(({ code, name }) => ({ value: code, label: name }))}
              value={search.subject ?? null}
              onChange={(subject) => change({ subject: subject ?? undefined })}
              clearable
              searchable
              clearButtonProps={{ 'aria-label': ru.clear(ru.fields.subject) }}
            />
            {municipalities.length > 1 ? (
              <Select
                label={ru.fields.municipality}
                placeholder={ru.any}
                data={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
                value={search.municipality ?? null}
                onChange={(municipality) => change({ municipality: municipality ?? undefined })}
                clearable
                searchable
                clearButtonProps={{ 'aria-label': ru.clear(ru.fields.municipality) }}
              />
            ) : null}
            <Checkbox
              label={ru.closedOnly}
              checked={search.closed === 'true'}
              onChange={(event) => change({ closed: event.currentTarget.checked ? 'true' : undefined })}
            />
          </FilterPanel>
        }
        tags={tags.flatMap(([key, label]) =>
          label ? [{ key, label, onRemove: () => change({ [key]: undefined }) }] : [],
        )}
        onReset={() => onSearch({ sort: search.sort })}
        table={(rows, { total, stale, empty }) => (
          <DataTable
            caption={ru.registry}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            rowLink={({ id }) => ({ to: '/support/internships/sites/$siteId', params: { siteId: id } })}
            sort={search.sort ?? 'title'}
            onSort={(sort) => change({ sort: sort as SiteSearch['sort'] })}
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
      {adding ? <SiteDialog onClose={() => setAdding(false)} /> : null}
    </>
  );
}
