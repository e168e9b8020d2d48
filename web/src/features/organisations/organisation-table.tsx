import type { ReactNode } from 'react';
import type { OrganisationSummary } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { formatDay, formatNumber } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { type Column, DataTable } from '@/ui/data-table';
import { StatusBadge } from '@/ui/status-badge';
import classes from './organisations.module.css';
import { kindNames, ru } from './ru';

interface Props {
  rows: readonly OrganisationSummary[];
  sort: string;
  onSort: (sort: string | undefined) => void;
  paging: { page: number; pageSize: number; total: number; onPage: (page: number) => void };
  stale: boolean;
  empty: ReactNode;
}

export function OrganisationTable(props: Props) {
  const { region } = useMe();
  const columns: Column<OrganisationSummary>[] = [
    {
      id: 'name',
      header: ru.fields.name,
      sort: 'name',
      card: 'title',
      width: '44%',
      cell: ({ name, shortName }) => (shortName && shortName !== name ? `${name} (${shortName})` : name),
    },
    { id: 'kind', header: ru.fields.kind, sort: 'kind', cell: ({ kind }) => kindNames[kind] },
    {
      id: 'municipality',
      header: ru.fields.municipality,
      sort: 'municipality',
      cell: ({ municipality }) =>
        municipality ? shortPlace(municipality.name) : <span title={region.name}>{ru.wholeRegion}</span>,
    },
    {
      id: 'state',
      header: ru.fields.closed,
      nowrap: true,
      cell: ({ closedOn }) =>
        closedOn ? (
          <StatusBadge tone="neutral">{`${ru.closed.yes} ${formatDay(closedOn)}`}</StatusBadge>
        ) : (
          <span className={classes.soft}>{ru.closed.no}</span>
        ),
    },
    {
      id: 'staff',
      header: ru.fields.staff,
      align: 'right',
      width: '120px',
      cell: ({ staff }) => formatNumber(staff),
    },
  ];
  return (
    <DataTable
      caption={ru.registry}
      columns={columns}
      rowKey={({ id }) => id}
      rowLink={({ id }) => ({ to: '/organisations/$organisationId', params: { organisationId: id } })}
      {...props}
    />
  );
}
