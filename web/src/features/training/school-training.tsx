import { useQuery } from '@tanstack/react-query';
import type { EnrolmentSummary } from '@/api/gen/types.gen';
import { formatDay, missing } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '@/ui/link-button';
import { ProblemAlert } from '@/ui/problem-alert';
import { pageSize } from './filters';
import { nameOf } from './names';
import { schoolCoverageOptions, schoolEnrolmentsOptions } from './queries';
import { ofSchool, ru, run as text } from './ru';
import { EnrolmentBadge } from './state-badges';
import classes from './training.module.css';
import { coverageWords, daysWords } from './words';

interface Props {
  schoolId: string;
  year: number;
  page: number;
  onPage: (page: number) => void;
}

/** Who of a school learns what, for its card. */
export function SchoolTraining({ schoolId, year, page, onPage }: Props) {
  const list = useQuery(schoolEnrolmentsOptions(schoolId, page));
  const covered = useQuery(schoolCoverageOptions(schoolId, year)).data;
  const courses = <LinkButton to="/training/courses">{ofSchool.courses}</LinkButton>;
  if (list.error) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <DelayedSkeleton rows={6} />;
  if (list.data.total === 0)
    return (
      <EmptyState title={ofSchool.empty} action={courses}>
        {ofSchool.emptyText}
      </EmptyState>
    );
  const columns: Column<EnrolmentSummary>[] = [
    { id: 'name', header: text.columns.name, card: 'title', width: '28%', cell: nameOf },
    { id: 'course', header: ofSchool.course, card: 'text', cell: ({ run }) => run.course },
    { id: 'dates', header: ru.fields.dates, nowrap: true, cell: ({ run }) => daysWords(run.startsOn, run.endsOn) },
    { id: 'state', header: text.columns.state, nowrap: true, cell: ({ state }) => <EnrolmentBadge state={state} /> },
    {
      id: 'certificate',
      header: text.columns.certificate,
      cell: ({ certificateNumber: number, certificateOn: on }) =>
        number && on ? text.certificate(number, formatDay(on)) : (number ?? missing),
    },
  ];
  return (
    <>
      <div className={classes.bar}>
        <span>{covered ? ofSchool.covered(year, coverageWords(covered)) : null}</span>
        {courses}
      </div>
      <DataTable
        caption={ofSchool.caption}
        columns={columns}
        rows={list.data.items}
        rowKey={({ id }) => id}
        rowLink={({ run }) => ({ to: '/training/runs/$runId', params: { runId: run.id } })}
        paging={{ page, pageSize, total: list.data.total, onPage }}
        stale={list.isPlaceholderData}
        empty={null}
      />
    </>
  );
}
