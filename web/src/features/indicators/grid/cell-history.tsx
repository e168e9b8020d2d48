import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { IndicatorGrid, ValueStep } from '@/api/gen/types.gen';
import { can, useMe } from '@/api/session';
import { formatInstant } from '@/lib/format';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { ProblemAlert } from '@/ui/problem-alert';
import classes from './entry.module.css';
import type { Spot } from './model';
import { valueHistoryOptions } from './queries';
import { ru } from './ru';

/** Who changed the value of a cell, when, from what to what, and how; also of one that is empty now. */
export function CellHistory({ grid, spot }: { grid: IndicatorGrid; spot: Spot }) {
  const me = useMe();
  const { timeZone } = me.region;
  const { data, error, refetch } = useQuery(valueHistoryOptions(grid, spot));
  return (
    <section className={classes.panelPart}>
      <h3 className={classes.legendTitle}>{ru.panel.history}</h3>
      {data?.items.length === 0 ? (
        <p className={classes.panelHint}>{ru.panel.noHistory}</p>
      ) : data ? (
        <ol className={classes.items}>
          {data.items.map((step) => (
            <li key={`${step.at}|${step.to}`}>
              <b>{changeOf(step)}</b>
              <span className={classes.itemWhy}>
                {[
                  formatInstant(step.at, timeZone),
                  step.byName,
                  step.takenBack ? ru.takenBack : ru.origins[step.origin],
                  step.row ? ru.importRow(step.row) : null,
                ]
                  .filter(Boolean)
                  .join(', ')}
                {step.importId && can(me, 'imports:read') ? (
                  <>
                    {', '}
                    <Link to="/imports/$importId" params={{ importId: step.importId }}>
                      {ru.importLink}
                    </Link>
                  </>
                ) : null}
              </span>
              {step.comment ? <span className={classes.itemWhy}>«{step.comment}»</span> : null}
            </li>
          ))}
        </ol>
      ) : error ? (
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      ) : (
        <DelayedSkeleton rows={2} />
      )}
    </section>
  );
}

function changeOf({ from, to }: ValueStep): string {
  if (to === null) return ru.panel.emptied(from ?? '');
  if (from === null) return to;
  return from === to ? ru.panel.same(to) : `${from} → ${to}`;
}
