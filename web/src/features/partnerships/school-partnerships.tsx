import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCan } from '@/api/session';
import { Card } from '@/ui/card';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { LinkButton } from '@/ui/link-button';
import { ProblemAlert } from '@/ui/problem-alert';
import { Term } from './partnership-table';
import classes from './partnerships.module.css';
import { ofSchoolOptions } from './queries';
import { ru } from './ru';
import { StateBadge } from './state-badge';

/** The agreements in which a school takes part, on either side. */
export function SchoolPartnerships({ schoolId, open }: { schoolId: string; open: boolean }) {
  const { data, error, refetch } = useQuery(ofSchoolOptions(schoolId));
  const mayAdd = useCan('partnerships:write') && open;
  return (
    <Card
      title={ru.registry}
      aside={
        mayAdd ? (
          <LinkButton
            size="compact-md"
            variant="default"
            to="/support/partnerships/new"
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
      {data?.items.length === 0 ? <p className={classes.none}>{ru.empty}</p> : null}
      <ul className={classes.items}>
        {data?.items.map((partnership) => (
          <li key={partnership.id}>
            <Link to="/support/partnerships/$partnershipId" params={{ partnershipId: partnership.id }}>
              {partnership.parties
                .filter((party) => party.schoolId !== schoolId)
                .map(({ name }) => name)
                .join(', ')}
            </Link>
            <span className={classes.line}>
              <StateBadge state={partnership.state} />
              {partnership.number ? `№ ${partnership.number}` : ru.noNumber}
              <Term {...partnership} />
            </span>
          </li>
        ))}
      </ul>
      {data && data.total > data.items.length ? (
        <Link to="/support/partnerships" search={{ school: schoolId }}>
          {ru.registry}
        </Link>
      ) : null}
    </Card>
  );
}
