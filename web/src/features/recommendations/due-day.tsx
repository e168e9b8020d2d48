import type { RecommendationSummary } from '@/api/gen/types.gen';
import { formatDay } from '@/lib/format';
import { StatusBadge } from '@/ui/status-badge';
import classes from './recommendations.module.css';
import { ru, stateNames, stateTones } from './ru';

/** By when; an open one whose day has passed says so. */
export function DueDay({ dueOn, overdue }: Pick<RecommendationSummary, 'dueOn' | 'overdue'>) {
  if (!dueOn) return <span className={classes.soft}>{ru.noDay}</span>;
  return (
    <span className={classes.due}>
      <span className="numbers">{formatDay(dueOn)}</span>
      {overdue ? <StatusBadge tone="bad">{ru.overdue}</StatusBadge> : null}
    </span>
  );
}

export function RecommendationStateBadge({ state }: Pick<RecommendationSummary, 'state'>) {
  return <StatusBadge tone={stateTones[state]}>{stateNames[state]}</StatusBadge>;
}
