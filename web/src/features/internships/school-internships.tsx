import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card } from '@/ui/card';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { LinkButton } from '@/ui/link-button';
import { ProblemAlert } from '@/ui/problem-alert';
import { daysOf, teacherOf } from './internship-list';
import classes from './internships.module.css';
import { ofSchoolOptions } from './queries';
import { ofSchool, ru } from './ru';
import { StateBadge } from './views';

/** Teachers of a school as interns, and those whom it takes. */
export function SchoolInternships({ schoolId }: { schoolId: string }) {
  const { data, error, refetch } = useQuery(ofSchoolOptions(schoolId));
  return (
    <Card
      title={ofSchool.title}
      aside={
        <LinkButton size="compact-md" variant="default" to="/support/internships/sites">
          {ru.toSites}
        </LinkButton>
      }
    >
      {error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <DelayedSkeleton /> : null}
      {data?.items.length === 0 ? <p className={classes.none}>{ofSchool.empty}</p> : null}
      <ul className={classes.items}>
        {data?.items.map((row) => (
          <li key={row.id}>
            <Link to="/support/internships/$internshipId" params={{ internshipId: row.id }}>
              {teacherOf(row)}
            </Link>
            <span className={`${classes.line} ${classes.soft}`}>
              <StateBadge state={row.state} />
              {row.sending.schoolId === schoolId ? row.host.name : row.sending.name}
              <span className="numbers">{daysOf(row)}</span>
            </span>
          </li>
        ))}
      </ul>
      {data && data.total > data.items.length ? (
        <Link to="/support/internships" search={{ school: schoolId }}>
          {ofSchool.all}
        </Link>
      ) : null}
    </Card>
  );
}
