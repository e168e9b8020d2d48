import { NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { municipalitiesOptions } from '@/api/dictionaries';
import type { NetworkLink } from '@/api/gen/types.gen';
import { formatCount, formatNumber } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { Card } from '@/ui/card';
import { type Column, DataTable } from '@/ui/data-table';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { FilterBar } from '@/ui/filter-bar';
import { Note } from '@/ui/note';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { Switcher } from '@/ui/switcher';
import { narrow } from '@/ui/tokens';
import { NetworkPicture } from './network-picture';
import classes from './partnerships.module.css';
import { networkOptions } from './queries';
import { network, ru } from './ru';
import type { NetworkSearch } from './search';
import { Views } from './views';

interface Props {
  search: NetworkSearch;
  onSearch: (next: NetworkSearch) => void;
}

const idOf = ({ schoolId, organisationId }: NetworkLink['partner']) => schoolId ?? organisationId ?? '';

/** Who helps whom by agreements in force: a picture, and the same as a table. */
export function NetworkPage({ search, onSearch }: Props) {
  const { data, error, refetch } = useQuery(networkOptions(search));
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const small = useMediaQuery(narrow, false, { getInitialValueInEffect: false });
  const [chosen, setView] = useState<'picture' | 'table'>();
  // On a narrow screen names would be cut to nothing.
  const view = chosen ?? (small ? 'table' : 'picture');
  const links = data?.links ?? [];
  const partners = formatCount(new Set(links.map(({ partner }) => idOf(partner))).size, network.partnerForms);
  const schools = formatCount(new Set(links.map(({ school }) => idOf(school))).size, network.schoolForms);
  return (
    <>
      <Views open="network" />
      <PageHeader title={network.title} answer={links.length > 0 ? network.answer(partners, schools) : undefined} />
      {municipalities.length > 1 ? (
        <FilterBar>
          <NativeSelect
            aria-label={ru.fields.municipality}
            value={search.municipality ?? ''}
            data={[
              { value: '', label: `${ru.anyPlace} ${ru.fields.municipality.toLowerCase()}` },
              ...municipalities.map(({ code, name }) => ({ value: code, label: name })),
            ]}
            onChange={(event) => onSearch({ municipality: event.currentTarget.value || undefined })}
          />
          <Switcher
            label={network.title}
            value={view}
            options={[
              { value: 'picture', label: network.picture },
              { value: 'table', label: network.table },
            ]}
            onChange={setView}
          />
        </FilterBar>
      ) : null}
      {error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <DelayedSkeleton /> : null}
      {data && links.length === 0 ? <EmptyState title={network.empty}>{network.emptyText}</EmptyState> : null}
      {data?.truncated ? <Note tone="info">{network.truncated}</Note> : null}
      {links.length > 0 && view === 'picture' ? (
        <Card>
          <NetworkPicture links={links} label={network.label(partners, schools)} />
        </Card>
      ) : null}
      {links.length > 0 && view === 'table' ? (
        <DataTable
          caption={network.title}
          columns={columns}
          rows={links}
          rowKey={({ partner, school }) => idOf(partner) + idOf(school)}
          rowLink={({ agreements }) => ({
            to: '/support/partnerships/$partnershipId',
            params: { partnershipId: agreements[0] ?? '' },
          })}
          empty={null}
        />
      ) : null}
    </>
  );
}

const side = ({ name, municipalityName }: NetworkLink['partner']) => (
  <>
    {name}
    {municipalityName ? <span className={classes.said}>{shortPlace(municipalityName)}</span> : null}
  </>
);

const columns: Column<NetworkLink>[] = [
  { id: 'partner', header: network.columns.partner, card: 'title', cell: ({ partner }) => side(partner) },
  { id: 'school', header: network.columns.school, card: 'text', cell: ({ school }) => side(school) },
  {
    id: 'agreements',
    header: network.columns.agreements,
    align: 'right',
    cell: ({ agreements }) => formatNumber(agreements.length),
  },
];
