import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AbsentTeacher, ImportDetails } from '@/api/gen/types.gen';
import { formatDay, formatNumber, missing } from '@/lib/format';
import { plural } from '@/lib/plural';
import { Card } from '@/ui/card';
import { ProblemAlert } from '@/ui/problem-alert';
import classes from './imports.module.css';
import { absentOptions } from './queries';
import { wholeStaff as ru } from './ru';

const none: readonly AbsentTeacher[] = [];

/** Who does not stand in the file; nobody while the file is not said to be the whole staff. */
export function useAbsent(job: ImportDetails): readonly AbsentTeacher[] {
  return useQuery(absentOptions(job)).data ?? none;
}

interface ConfirmProps {
  job: ImportDetails;
  count: number;
  confirmed: boolean;
  onChange: (confirmed: boolean) => void;
}

export function AbsentConfirm({ job, count, confirmed, onChange }: ConfirmProps) {
  const who = plural(count, ru.work).replace('{n}', formatNumber(count));
  return (
    <Checkbox
      label={ru.confirm(who, formatDay(job.mapping?.wholeStaffOn))}
      checked={confirmed}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

/** Before loading those whom it would mark, afterwards those whom it has marked, school by school. */
export function AbsentList({ job }: { job: ImportDetails }) {
  const query = useQuery(absentOptions(job));
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  const absent = query.data ?? none;
  if (absent.length === 0) return null;
  const ahead = job.state === 'awaitingConfirmation';
  const count = formatNumber(absent.length);
  const day = formatDay(job.mapping?.wholeStaffOn);
  const schools = [...new Set(absent.map((teacher) => teacher.schoolId))].map((id) => ({
    id,
    people: absent.filter((teacher) => teacher.schoolId === id),
  }));
  return (
    <Card title={ahead ? ru.expected(count) : ru.marked(count)}>
      <p className={classes.hint}>{ahead ? ru.expectedHint(day) : ru.markedHint(day)}</p>
      {schools.map(({ id, people }) => (
        <section key={id} className={classes.absent}>
          <h3>{people[0]?.schoolName}</h3>
          <ul>
            {people.map((teacher) => (
              <li key={teacher.id}>
                <Link to="/training/teachers/$teacherId" params={{ teacherId: teacher.id }}>
                  {teacher.name ?? missing}
                </Link>
                {teacher.position ? <span className={classes.soft}>, {teacher.position}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Card>
  );
}
