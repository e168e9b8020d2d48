import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TeacherDeficitDetails } from '@/api/gen/types.gen';
import { formatDay } from '@/lib/format';
import { Card } from '@/ui/card';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { ProblemAlert } from '@/ui/problem-alert';
import { StatusBadge } from '@/ui/status-badge';
import classes from './diagnostics.module.css';
import { FindingWords } from './finding-words';
import { teacherDiagnosticsOptions } from './queries';
import { card, levelNames, outcomeNames, ofTeacher as text } from './ru';

/** What diagnostics found out about a teacher: each deficit with its course and what came of it, and what would help. */
export function TeacherDeficits({ teacherId }: { teacherId: string }) {
  const told = useQuery(teacherDiagnosticsOptions(teacherId));
  // A further school reads the teacher, and no diagnostics.
  if (told.error?.status === 404) return null;
  return (
    <Card title={text.title}>
      {told.error ? <ProblemAlert error={told.error} onRetry={() => void told.refetch()} /> : null}
      {told.data ? (
        told.data.results.length === 0 ? (
          <span className={classes.soft}>{text.none}</span>
        ) : (
          <div className={classes.stack}>
            {told.data.deficits.length === 0 ? <span>{text.noDeficits}</span> : null}
            <ul className={classes.items}>
              {told.data.deficits.map((one) => (
                <Deficit key={one.deficit} one={one} />
              ))}
            </ul>
            <details>
              <summary>{text.results}</summary>
              <ul className={classes.items} style={{ marginTop: 8 }}>
                {told.data.results.map(({ id, campaign, on, level, attempt, findings }) => (
                  <li key={id}>
                    <Link to="/training/diagnostics/$diagnosticId" params={{ diagnosticId: campaign.id }}>
                      {campaign.title}
                    </Link>
                    <span className={classes.under}>
                      {[formatDay(on), attempt > 1 && card.attempt(attempt), level && levelNames[level]]
                        .filter(Boolean)
                        .join(', ')}
                    </span>
                    <FindingWords findings={findings} />
                  </li>
                ))}
              </ul>
            </details>
          </div>
        )
      ) : told.error ? null : (
        <DelayedSkeleton rows={3} />
      )}
    </Card>
  );
}

function Deficit({ one }: { one: TeacherDeficitDetails }) {
  const { name, foundOn, course, measuredOn, outcome, recommended } = one;
  const { word, tone } = outcomeNames[outcome];
  const waits = outcome === 'NoCourse' || outcome === 'Remains';
  return (
    <li>
      <span className={classes.name}>
        {name}
        <StatusBadge tone={tone}>{word}</StatusBadge>
      </span>
      <span className={classes.under}>
        {text.found(formatDay(foundOn))}
        {course ? (
          <>
            {' → '}
            {text.course(formatDay(course.endsOn))}{' '}
            <Link to="/training/runs/$runId" params={{ runId: course.runId }}>
              {course.title}
            </Link>
          </>
        ) : null}
        {measuredOn ? ` → ${text.measured(formatDay(measuredOn))}` : null}
      </span>
      {recommended.length > 0 ? (
        <span className={classes.under}>
          {text.recommended}{' '}
          {recommended.map(({ id, title, nextOn, freeSeats }, i) => (
            <span key={id}>
              {i > 0 ? '; ' : null}
              <Link to="/training/courses/$courseId" params={{ courseId: id }}>
                {title}
              </Link>{' '}
              ({nextOn ? text.next(formatDay(nextOn), freeSeats) : text.noRun})
            </span>
          ))}
        </span>
      ) : waits ? (
        <span className={classes.under}>{outcome === 'Remains' ? text.noOther : text.noCourse}</span>
      ) : null}
    </li>
  );
}
