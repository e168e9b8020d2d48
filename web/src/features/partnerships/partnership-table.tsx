import type { ReactNode } from 'react';
import type { PartnershipSummary, PartyRole } from '@/api/gen/types.gen';
import { formatDay, formatNumber, missing } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import classes from './partnerships.module.css';
import { ru } from './ru';
import { StateBadge } from './state-badge';

interface Props {
  rows: readonly PartnershipSummary[];
  sort: string;
  onSort: (sort: string | undefined) => void;
  paging: { page: number; pageSize: number; total: number; onPage: (page: number) => void };
  stale: boolean;
  empty: ReactNode;
}

const columns: Column<PartnershipSummary>[] = [
  {
    id: 'supported',
    header: ru.fields.supported,
    card: 'title',
    width: '30%',
    cell: (row) => names(row, 'Supported'),
  },
  { id: 'partners', header: ru.fields.partners, card: 'text', width: '26%', cell: (row) => names(row, 'Partner') },
  {
    id: 'number',
    header: ru.fields.number,
    nowrap: true,
    sort: 'number',
    cell: ({ number }) => number ?? <span className={classes.soft}>{ru.noNumber}</span>,
  },
  { id: 'term', header: ru.fields.term, sort: 'ends', nowrap: true, cell: (row) => <Term {...row} /> },
  { id: 'state', header: ru.fields.state, nowrap: true, cell: ({ state }) => <StateBadge state={state} /> },
  {
    id: 'actions',
    header: ru.fields.actions,
    align: 'right',
    nowrap: true,
    cell: ({ actions, actionsDone }) => (actions ? ru.done(formatNumber(actionsDone), formatNumber(actions)) : missing),
  },
];

const names = ({ parties }: PartnershipSummary, role: PartyRole) =>
  parties
    .filter((party) => party.role === role)
    .map(({ name }) => name)
    .join(', ');

/** «по 31.08.2021», or from when while it has not begun. */
export function Term({ state, startsOn, signedOn, endsOn }: PartnershipSummary) {
  const starts = startsOn ?? signedOn;
  if (state === 'Upcoming' && starts) return <span className="numbers">{ru.from(formatDay(starts))}</span>;
  return endsOn ? (
    <span className="numbers">{ru.until(formatDay(endsOn))}</span>
  ) : (
    <span className={classes.soft}>{ru.endless}</span>
  );
}

export function PartnershipTable(props: Props) {
  return (
    <DataTable
      caption={ru.registry}
      columns={columns}
      rowKey={({ id }) => id}
      rowLink={({ id }) => ({ to: '/support/partnerships/$partnershipId', params: { partnershipId: id } })}
      {...props}
    />
  );
}
