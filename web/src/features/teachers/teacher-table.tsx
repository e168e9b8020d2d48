import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { subjectsOptions } from '@/api/dictionaries';
import type { TeacherPaper, TeacherSummary } from '@/api/gen/types.gen';
import { formatDay, missing } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { type Column, DataTable } from '@/ui/data-table';
import { StatusBadge } from '@/ui/status-badge';
import { categoryNames, ru } from './ru';
import classes from './teachers.module.css';

interface Props {
  rows: readonly TeacherSummary[];
  sort?: string;
  onSort?: (sort: string | undefined) => void;
  paging?: { page: number; pageSize: number; total: number; onPage: (page: number) => void };
  stale: boolean;
  empty: ReactNode;
  /** Within the card of one school its name is known. */
  ofSchool?: boolean;
}

/** Whether it exists, in a word and a shade. */
export function PaperBadge({ paper }: { paper: TeacherPaper | null }) {
  return paper ? (
    <StatusBadge tone="good">{ru.yesNo.yes.toLowerCase()}</StatusBadge>
  ) : (
    <StatusBadge tone="neutral">{ru.yesNo.no.toLowerCase()}</StatusBadge>
  );
}

/** Subjects by their names. */
export function useSubjectNames(): (codes: readonly string[]) => string {
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  return (codes) => codes.map((code) => subjects.find((one) => one.code === code)?.name ?? code).join(', ');
}

export function TeacherTable({ ofSchool = false, ...props }: Props) {
  const named = useSubjectNames();
  const columns: Column<TeacherSummary>[] = [
    {
      id: 'name',
      header: ru.fields.name,
      sort: 'name',
      card: 'title',
      width: '26%',
      cell: ({ name, leftOn }) => (
        <span className={classes.name}>
          {name ?? <span className={classes.soft}>{ru.anonymous}</span>}
          {leftOn ? <StatusBadge tone="neutral">{ru.left(formatDay(leftOn))}</StatusBadge> : null}
        </span>
      ),
    },
    {
      id: 'school',
      header: ru.fields.school,
      sort: 'school',
      width: '30%',
      cell: ({ school, furtherSchools }) => (
        <>
          {school.name}
          {furtherSchools > 0 ? <span className={classes.soft}> {ru.further(furtherSchools)}</span> : null}
          <span className={classes.under}>{shortPlace(school.municipality)}</span>
        </>
      ),
    },
    { id: 'subjects', header: ru.fields.subjects, cell: ({ subjects }) => named(subjects) || missing },
    { id: 'category', header: ru.fields.category, cell: ({ category }) => categoryNames[category] },
    { id: 'plan', header: ru.fields.plan, nowrap: true, cell: ({ plan }) => <PaperBadge paper={plan} /> },
    {
      id: 'portfolio',
      header: ru.fields.portfolio,
      nowrap: true,
      cell: ({ portfolio }) => <PaperBadge paper={portfolio} />,
    },
  ];
  return (
    <DataTable
      caption={ru.registry}
      columns={ofSchool ? columns.filter(({ id }) => id !== 'school') : columns}
      rowKey={({ id }) => id}
      rowLink={({ id }) => ({ to: '/training/teachers/$teacherId', params: { teacherId: id } })}
      {...props}
    />
  );
}
