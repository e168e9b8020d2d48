import type { ReactNode } from 'react';
import type { RecommendationSummary } from '@/api/gen/types.gen';
import { shortPlace } from '@/lib/places';
import { type Column, DataTable } from '@/ui/data-table';
import { DueDay, RecommendationStateBadge } from './due-day';
import classes from './recommendations.module.css';
import { kindNames, ru } from './ru';

interface Props {
  rows: readonly RecommendationSummary[];
  sort: string;
  onSort: (sort: string | undefined) => void;
  paging: { page: number; pageSize: number; total: number; onPage: (page: number) => void };
  stale: boolean;
  empty: ReactNode;
}

const columns: Column<RecommendationSummary>[] = [
  {
    id: 'text',
    header: ru.fields.text,
    card: 'title',
    width: '42%',
    cell: ({ text }) => <span className={classes.text}>{text}</span>,
  },
  { id: 'kind', header: ru.fields.kind, cell: ({ kind }) => kindNames[kind] },
  { id: 'to', header: ru.fields.to, cell: ({ to }) => shortPlace(to.name) },
  {
    id: 'owner',
    header: ru.fields.owner,
    cell: ({ owner }) => owner?.name ?? <span className={classes.soft}>{ru.nobody}</span>,
  },
  { id: 'due', header: ru.fields.dueOn, sort: 'due', cell: (row) => <DueDay {...row} /> },
  { id: 'state', header: ru.fields.state, nowrap: true, cell: (row) => <RecommendationStateBadge {...row} /> },
];

export function RecommendationTable(props: Props) {
  return (
    <DataTable
      caption={ru.registry}
      columns={columns}
      rowKey={({ id }) => id}
      rowLink={({ id }) => ({ to: '/recommendations/$recommendationId', params: { recommendationId: id } })}
      {...props}
    />
  );
}
