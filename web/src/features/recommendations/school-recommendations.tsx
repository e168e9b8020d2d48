import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCan } from '@/api/session';
import { formatNumber } from '@/lib/format';
import { Card } from '@/ui/card';
import { ProblemAlert } from '@/ui/problem-alert';
import { DueDay, RecommendationStateBadge } from './due-day';
import { ofSchoolOptions } from './queries';
import classes from './recommendations.module.css';
import { ofSchool, ru } from './ru';

/** What a school was recommended, the most urgent first, for its card. */
export function SchoolRecommendations({ schoolId }: { schoolId: string }) {
  const list = useQuery(ofSchoolOptions(schoolId));
  const mayAdd = useCan('recommendations:write');
  if (list.error) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  // Comes after the page: an empty frame that grows would move what is being read.
  if (!list.data) return null;
  const { items, total } = list.data;
  return (
    <Card
      title={ofSchool.title}
      aside={
        <>
          {total > items.length ? (
            <Link to="/recommendations" search={{ school: schoolId }}>
              {ofSchool.all(formatNumber(total))}
            </Link>
          ) : null}
          {mayAdd ? (
            <Link to="/recommendations/new" search={{ school: schoolId }}>
              {ru.add}
            </Link>
          ) : null}
        </>
      }
    >
      {total === 0 ? <span className={classes.soft}>{ofSchool.empty}</span> : null}
      <ul className={classes.items}>
        {items.map((item) => (
          <li key={item.id}>
            <Link
              to="/recommendations/$recommendationId"
              params={{ recommendationId: item.id }}
              className={classes.text}
            >
              {item.text}
            </Link>
            <span className={classes.line}>
              <RecommendationStateBadge {...item} />
              {item.state === 'Open' ? <DueDay {...item} /> : null}
              {item.owner ? <span>{item.owner.name}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
