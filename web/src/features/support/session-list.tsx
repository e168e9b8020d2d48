import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { SupportSessionRow } from '@/api/gen/types.gen';
import { formatDay, formatNumber } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { type Column, DataTable } from '@/ui/data-table';
import { ListPage } from '@/ui/list-page';
import { chosen, fileAddress, pageSize, sessionFilter } from './filter';
import { HeldBadge } from './held-badge';
import { readAllSessions, sessionsOptions } from './queries';
import { card, journal, kindNames } from './ru';
import type { SessionFilters, SessionSearch } from './search';
import classes from './support.module.css';
import { SessionFilterPanel, useSessionTags } from './support-filters';

const columns: Column<SupportSessionRow>[] = [
  {
    id: 'on',
    header: journal.fields.on,
    sort: 'on',
    card: 'title',
    nowrap: true,
    cell: ({ session }) => (
      <span className={classes.line}>
        {formatDay(session.on)}
        {session.held ? null : <HeldBadge held={false} />}
      </span>
    ),
  },
  { id: 'specialist', header: journal.fields.specialist, cell: ({ specialist }) => kindNames[specialist] },
  {
    id: 'school',
    header: journal.fields.school,
    width: '26%',
    cell: ({ school }) => (
      <>
        {school.name}
        <span className={classes.under}>{shortPlace(school.municipality)}</span>
      </>
    ),
  },
  {
    id: 'organisation',
    header: journal.fields.organisation,
    cell: ({ session }) => (
      <>
        {session.organisation.name}
        {session.person ? <span className={classes.under}>{session.person.name ?? card.gone}</span> : null}
      </>
    ),
  },
  {
    id: 'children',
    header: journal.fields.children,
    sort: 'children',
    align: 'right',
    cell: ({ session: { counts } }) => formatNumber(counts?.children),
  },
  {
    id: 'examined',
    header: journal.fields.examined,
    align: 'right',
    cell: ({ session: { counts } }) => formatNumber(counts?.examined),
  },
  {
    id: 'consulted',
    header: journal.fields.consulted,
    align: 'right',
    cell: ({ session: { counts } }) => formatNumber(counts?.consulted),
  },
  {
    id: 'others',
    header: journal.fields.others,
    align: 'right',
    cell: ({ session: { counts } }) => formatNumber(counts ? (counts.teachers ?? 0) + (counts.parents ?? 0) : null),
  },
];

interface Props {
  search: SessionSearch;
  onSearch: (next: SessionSearch) => void;
}

/** The journal: every session, the newest first. */
export function SessionList({ search, onSearch }: Props) {
  const list = useQuery(sessionsOptions(search));
  const change = (next: SessionFilters) => onSearch({ ...search, ...next, page: undefined });
  const tags = useSessionTags(search, change);
  return (
    <ListPage
      words={journal}
      list={list}
      filtered={chosen(search) > 0}
      emptyText={journal.emptyText}
      actions={
        <Button
          component="a"
          href={fileAddress('/api/v1/support/sessions', sessionFilter(search))}
          download
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden="true" />}
        >
          {journal.file}
        </Button>
      }
      readAll={() => readAllSessions(search)}
      panel={<SessionFilterPanel search={search} onChange={change} />}
      tags={tags}
      onReset={() => onSearch({ sort: search.sort })}
      table={(rows, { total, stale, empty }) => (
        <DataTable
          caption={journal.registry}
          columns={columns}
          rows={rows}
          rowKey={({ session }) => session.id}
          rowLink={({ requestId }) => ({ to: '/support/specialists/$requestId', params: { requestId } })}
          sort={search.sort ?? '-on'}
          onSort={(sort) => onSearch({ ...search, sort: sort as SessionSearch['sort'], page: undefined })}
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
  );
}
