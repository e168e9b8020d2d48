import type { ReactNode } from 'react';
import type { CourseSummary } from '@/api/gen/types.gen';
import { missing } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { StatusBadge } from '@/ui/status-badge';
import { formNames, ru } from './ru';
import { RunBadge } from './state-badges';
import classes from './training.module.css';
import { daysWords, freeWords } from './words';

interface Props {
  rows: readonly CourseSummary[];
  sort?: string;
  onSort?: (sort: string | undefined) => void;
  paging?: { page: number; pageSize: number; total: number; onPage: (page: number) => void };
  stale: boolean;
  empty: ReactNode;
}

export function CourseTable(props: Props) {
  const columns: Column<CourseSummary>[] = [
    {
      id: 'title',
      header: ru.fields.title,
      sort: 'title',
      card: 'title',
      width: '34%',
      cell: ({ title, closedOn }) => (
        <span className={classes.name}>
          {title}
          {closedOn ? <StatusBadge tone="neutral">{ru.closed}</StatusBadge> : null}
        </span>
      ),
    },
    { id: 'hours', header: ru.fields.hours, sort: 'hours', align: 'right', cell: ({ hours }) => hours },
    { id: 'form', header: ru.fields.form, cell: ({ form }) => formNames[form] },
    { id: 'provider', header: ru.fields.provider, cell: ({ provider }) => provider?.name ?? missing },
    {
      id: 'run',
      header: ru.fields.nextRun,
      cell: ({ nextRun }) =>
        nextRun ? (
          <span className={classes.name}>
            {daysWords(nextRun.startsOn, nextRun.endsOn)} <RunBadge state={nextRun.state} />
          </span>
        ) : (
          <span className={classes.soft}>{ru.noRun}</span>
        ),
    },
    {
      id: 'free',
      header: ru.fields.free,
      nowrap: true,
      cell: ({ nextRun }) => (nextRun ? freeWords(nextRun.seats, nextRun.taken) : missing),
    },
  ];
  return (
    <DataTable
      caption={ru.registry}
      columns={columns}
      rowKey={({ id }) => id}
      rowLink={({ id }) => ({ to: '/training/courses/$courseId', params: { courseId: id } })}
      {...props}
    />
  );
}
