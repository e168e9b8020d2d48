import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ClientSummary } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { formatDay, formatInstant } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { FilterBar, FilterTags, SearchField } from '@/ui/filter-bar';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { ClientStateBadge } from './client-state';
import { clientsOptions, pageSize } from './queries';
import { ru } from './ru';
import { type ClientsSearch, states } from './search';

interface Props {
  search: ClientsSearch;
  onSearch: (next: ClientsSearch) => void;
}

/** Every program with a key, and whether it is still used. */
export function ClientList({ search, onSearch }: Props) {
  const { region } = useMe();
  const clients = useQuery(clientsOptions(search));
  const { expiresBy } = search;
  const filtered = Boolean(search.search || search.state || expiresBy);
  const change = (next: Partial<ClientsSearch>) => onSearch({ ...search, ...next, page: undefined });
  const columns: Column<ClientSummary>[] = [
    { id: 'name', header: ru.columns.name, sort: 'name', card: 'title', cell: ({ name }) => name },
    { id: 'state', header: ru.columns.state, cell: ({ state }) => <ClientStateBadge state={state} /> },
    { id: 'kind', header: ru.columns.kind, cell: ({ kind }) => ru.kinds[kind] },
    { id: 'place', header: ru.columns.place, cell: ({ place }) => place.name },
    {
      id: 'expiresOn',
      header: ru.columns.expiresOn,
      sort: 'expiresOn',
      nowrap: true,
      cell: ({ expiresOn }) => (expiresOn ? formatDay(expiresOn) : ru.noEnd),
    },
    {
      id: 'lastUsedAt',
      header: ru.columns.lastUsedAt,
      nowrap: true,
      cell: ({ lastUsedAt }) => (lastUsedAt ? formatInstant(lastUsedAt, region.timeZone) : ru.never),
    },
  ];
  const add = (
    <LinkButton to="/clients/new" leftSection={<IconPlus size={18} aria-hidden="true" />}>
      {ru.add}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={ru.title} answer={ru.answer} actions={add} />
      <FilterBar>
        <SearchField label={ru.search} value={search.search} onChange={(value) => change({ search: value })} />
        <Select
          aria-label={ru.state}
          placeholder={ru.anyState}
          data={states.map((value) => ({ value, label: ru.states[value] }))}
          value={search.state ?? null}
          onChange={(value) => change({ state: states.find((state) => state === value) })}
          clearable
          clearButtonProps={{ 'aria-label': ru.clear }}
        />
      </FilterBar>
      <FilterTags
        tags={
          expiresBy
            ? [
                {
                  key: 'expiresBy',
                  label: ru.expiresBy(formatDay(expiresBy)),
                  onRemove: () => change({ expiresBy: undefined }),
                },
              ]
            : []
        }
        onReset={() => onSearch({})}
      />
      {clients.data ? (
        <DataTable
          caption={ru.title}
          columns={columns}
          rows={clients.data.items}
          rowKey={({ id }) => id}
          rowLink={({ id }) => ({ to: '/clients/$clientId', params: { clientId: id } })}
          sort={search.sort ?? 'name'}
          onSort={(sort) => change({ sort: sort as ClientsSearch['sort'] })}
          stale={clients.isPlaceholderData}
          paging={{
            page: search.page ?? 1,
            pageSize,
            total: clients.data.total,
            onPage: (page) => onSearch({ ...search, page: page > 1 ? page : undefined }),
          }}
          empty={
            filtered ? (
              <EmptyState title={ru.nothing} action={<Button onClick={() => onSearch({})}>{ru.reset}</Button>}>
                {ru.nothingText}
              </EmptyState>
            ) : (
              <EmptyState title={ru.empty} action={add}>
                {ru.emptyText}
              </EmptyState>
            )
          }
        />
      ) : clients.error ? (
        <ProblemAlert error={clients.error} onRetry={() => void clients.refetch()} />
      ) : (
        <DelayedSkeleton />
      )}
    </>
  );
}
