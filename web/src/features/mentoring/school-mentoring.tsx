import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCan } from '@/api/session';
import { Card } from '@/ui/card';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { LinkButton } from '@/ui/link-button';
import { ProblemAlert } from '@/ui/problem-alert';
import { StateBadge } from './badges';
import classes from './mentoring.module.css';
import { nameOf, Term } from './mentoring-table';
import { ofSchoolOptions } from './queries';
import { kindNames, ofSchool, ru } from './ru';

/** The pairings in which a school takes part, on either side. */
export function SchoolMentoring({ schoolId, open }: { schoolId: string; open: boolean }) {
  const { data, error, refetch } = useQuery(ofSchoolOptions(schoolId));
  const mayAdd = useCan('partnerships:write') && open;
  return (
    <Card
      title={ofSchool.title}
      aside={
        mayAdd ? (
          <LinkButton
            size="compact-md"
            variant="default"
            to="/support/mentoring/new"
            search={{ school: schoolId }}
            leftSection={<IconPlus size={16} aria-hidden="true" />}
          >
            {ru.add}
          </LinkButton>
        ) : undefined
      }
    >
      {error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <DelayedSkeleton /> : null}
      {data?.items.length === 0 ? <p className={classes.none}>{ofSchool.empty}</p> : null}
      <ul className={classes.items}>
        {data?.items.map((mentoring) => (
          <li key={mentoring.id}>
            <Link to="/support/mentoring/$mentoringId" params={{ mentoringId: mentoring.id }}>
              {mentoring.parties.map(nameOf).join(' → ')}
            </Link>
            <span className={`${classes.line} ${classes.soft}`}>
              <StateBadge state={mentoring.state} />
              {kindNames[mentoring.kind]}
              <Term {...mentoring} />
            </span>
          </li>
        ))}
      </ul>
      {data && data.total > data.items.length ? (
        <Link to="/support/mentoring" search={{ school: schoolId }}>
          {ofSchool.all}
        </Link>
      ) : null}
    </Card>
  );
}
