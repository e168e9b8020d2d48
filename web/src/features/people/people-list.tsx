import { Select, Space } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { municipalitiesOptions } from '@/api/dictionaries';
import type { PersonSummary } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { roleNames } from '@/api/terms';
import { announce } from '@/lib/announce';
import { formatCount, formatInstant } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { FilterBar, SearchField } from '@/ui/filter-bar';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { DelegationCard } from './delegation-card';
import { PersonStateBadge } from './person-state';
import { pageSize, peopleOptions } from './queries';
import { peopleForms, ru, stateNames } from './ru';
import { type PeopleSearch, personRoles, personStates } from './search';
import { grantWords } from './words';

interface Props {
  search: PeopleSearch;
  onSearch: (next: PeopleSearch) => void;
}

export function PeopleList({ search, onSearch }: Props) {
  const people = useQuery(peopleOptions(search));
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const { region } = useMe();
  const filtered = Boolean(search.search || search.role || search.state || search.municipality);
  const change = (next: Partial<PeopleSearch>) => onSearch({ ...search, ...next, page: undefined });
  const total = people.data?.total;
  const count = total === undefined ? undefined : `${filtered ? ru.found : ru.all}: ${formatCount(total, peopleForms)}`;
  useEffect(() => {
    if (count) announce(count);
  }, [count]);
  const columns: Column<PersonSummary>[] = [
    { id: 'name', header: ru.columns.name, sort: 'name', card: 'title', cell: (person) => person.displayName },
    {
      id: 'roles',
      header: ru.columns.roles,
      cell: ({ grants }) =>
        grants.length > 0 ? grants.map((grant) => <div key={grant.id}>{grantWords(grant)}</div>) : ru.noRoles,
    },
    {
      id: 'state',
      header: ru.columns.state,
      nowrap: true,
      cell: ({ state }) => <PersonStateBadge state={state} />,
    },
    { id: 'userName', header: ru.columns.userName, sort: 'userName', cell: ({ userName }) => userName },
    {
      id: 'lastSignIn',
      header: ru.columns.lastSignIn,
      sort: 'lastSignIn',
      nowrap: true,
      cell: ({ lastSignInAt }) => (lastSignInAt ? formatInstant(lastSignInAt, region.timeZone) : ru.never),
    },
  ];
  const invite = (
    <LinkButton to="/people/invite" leftSection={<IconUserPlus size={18} aria-hidden="true" />}>
      {ru.invite}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={ru.title} answer={count ?? ru.answer} actions={invite} />
      <FilterBar>
        <SearchField label={ru.search} value={search.search} onChange={(value) => change({ search: value })} />
        <Select
          aria-label={ru.filters.role}
          placeholder={ru.filters.anyRole}
          data={personRoles.map((value) => ({ value, label: roleNames[value] }))}
          value={search.role ?? null}
          onChange={(value) => change({ role: personRoles.find((role) => role === value) })}
          clearable
          clearButtonProps={{ 'aria-label': `Очистить: ${ru.filters.role}` }}
        />
        <Select
          aria-label={ru.filters.state}
          placeholder={ru.filters.anyState}
          data={personStates.map((value) => ({ value, label: stateNames[value] }))}
          value={search.state ?? null}
          onChange={(value) => change({ state: personStates.find((state) => state === value) })}
          clearable
          clearButtonProps={{ 'aria-label': `Очистить: ${ru.filters.state}` }}
        />
        <Select
          aria-label={ru.filters.municipality}
          placeholder={ru.filters.anyMunicipality}
          data={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
          value={search.municipality ?? null}
          onChange={(value) => change({ municipality: value ?? undefined })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': `Очистить: ${ru.filters.municipality}` }}
        />
      </FilterBar>
      {people.data ? (
        <DataTable
          caption={ru.title}
          columns={columns}
          rows={people.data.items}
          rowKey={({ id }) => id}
          rowLink={({ id }) => ({ to: '/people/$personId', params: { personId: id } })}
          sort={search.sort}
          onSort={(sort) => onSearch({ ...search, sort: sort as PeopleSearch['sort'], page: undefined })}
          paging={{
            page: search.page ?? 1,
            pageSize,
            total: people.data.total,
            onPage: (page) => onSearch({ ...search, page: page > 1 ? page : undefined }),
          }}
          stale={people.isPlaceholderData}
          empty={
            <EmptyState title={filtered ? ru.nothing : ru.empty} action={filtered ? null : invite}>
              {filtered ? null : ru.emptyText}
            </EmptyState>
          }
        />
      ) : people.error ? (
        <ProblemAlert error={people.error} onRetry={() => void people.refetch()} />
      ) : (
        <DelayedSkeleton />
      )}
      <Space h="lg" />
      <DelegationCard />
    </>
  );
}
