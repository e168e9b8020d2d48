import type { ReactNode } from 'react';
import type { SpecialistRequestSummary } from '@/api/gen/types.gen';
import { formatDay, formatNumber, formatOutOf } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { type Column, DataTable } from '@/ui/data-table';
import { kindNames, ru } from './ru';
import { RequestStateBadge } from './state-badge';
import classes from './support.module.css';

interface Props {
  rows: readonly SpecialistRequestSummary[];
  sort?: string;
  onSort?: (sort: string | undefined) => void;
  paging?: { page: number; pageSize: number; total: number; onPage: (page: number) => void };
  stale: boolean;
  empty: ReactNode;
  /** Within the card of one school its name is known. */
  ofSchool?: boolean;
}

const columns: Column<SpecialistRequestSummary>[] = [
  {
    id: 'specialist',
    header: ru.fields.specialist,
    card: 'title',
    width: '20%',
    cell: ({ specialist }) => kindNames[specialist],
  },
  {
    id: 'school',
    header: ru.fields.school,
    width: '28%',
    cell: ({ school }) => (
      <>
        {school.name}
        <span className={classes.under}>{shortPlace(school.municipality)}</span>
      </>
    ),
  },
  {
    id: 'needed',
    header: ru.fields.neededFromOn,
    sort: 'needed',
    nowrap: true,
    cell: ({ neededFromOn }) => formatDay(neededFromOn),
  },
  {
    id: 'children',
    header: ru.reachedOf,
    sort: 'children',
    align: 'right',
    cell: ({ children, reached }) =>
      reached > children
        ? `${formatNumber(reached)} / ${formatNumber(children)}`
        : formatOutOf({ numerator: reached, denominator: children }),
  },
  {
    id: 'organisation',
    header: ru.fields.organisation,
    cell: ({ organisation, person }) =>
      organisation ? (
        <>
          {organisation.name}
          {person?.name ? <span className={classes.under}>{person.name}</span> : null}
        </>
      ) : (
        <span className={classes.soft}>{ru.nobody}</span>
      ),
  },
  { id: 'state', header: ru.fields.state, nowrap: true, cell: (row) => <RequestStateBadge {...row} /> },
];

export function RequestTable({ ofSchool = false, ...props }: Props) {
  return (
    <DataTable
      caption={ru.registry}
      columns={ofSchool ? columns.filter(({ id }) => id !== 'school') : columns}
      rowKey={({ id }) => id}
      rowLink={({ id }) => ({ to: '/support/specialists/$requestId', params: { requestId: id } })}
      {...props}
    />
  );
}
