import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCan } from '@/api/session';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '@/ui/link-button';
import { ProblemAlert } from '@/ui/problem-alert';
import { teachersOptions } from './queries';
import { ofSchool, ru } from './ru';
import { pageSize } from './search';
import { TeacherTable } from './teacher-table';
import classes from './teachers.module.css';

interface Props {
  schoolId: string;
  page: number;
  onPage: (page: number) => void;
}

/** The teachers on the staff of a school, for its card. */
export function SchoolTeachers({ schoolId, page, onPage }: Props) {
  const list = useQuery(teachersOptions({ school: schoolId, page: page > 1 ? page : undefined }));
  const mayAdd = useCan('teachers:write');
  const add = mayAdd ? (
    <LinkButton
      to="/training/teachers/new"
      search={{ school: schoolId }}
      leftSection={<IconPlus size={18} aria-hidden="true" />}
    >
      {ru.add}
    </LinkButton>
  ) : null;
  if (list.error) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <DelayedSkeleton rows={6} />;
  const { items, total } = list.data;
  if (total === 0)
    return (
      <EmptyState title={ofSchool.empty} action={add}>
        {ru.emptyText}
      </EmptyState>
    );
  return (
    <>
      <p className={classes.bar}>
        <Link to="/training/teachers" search={{ school: schoolId }}>
          {ofSchool.all}
        </Link>
        {add}
      </p>
      <TeacherTable
        rows={items}
        paging={{ page, pageSize, total, onPage }}
        stale={list.isPlaceholderData}
        empty={null}
        ofSchool
      />
    </>
  );
}
