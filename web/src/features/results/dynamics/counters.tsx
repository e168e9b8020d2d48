import { Link } from '@tanstack/react-router';
import type { DynamicsGroup } from '@/api/gen/types.gen';
import { formatNumber } from '@/lib/format';
import classes from './dynamics.module.css';
import { countOf } from './model';
import { ru } from './ru';
import { type Direction, directions, type Question, toQuery } from './search';

const signs: Record<Direction, string> = { rising: '▲', falling: '▼', equal: '=', mixed: '◆', none: '–' };

/** Five counts that add up to the schools, each a way to the schools behind it. */
export function Counters({ group, question }: { group: DynamicsGroup; question: Question }) {
  const shown = directions.filter((direction) => direction !== 'mixed' || group.mixed > 0);
  const total = shown.reduce((sum, direction) => sum + countOf(group, direction), 0);
  return (
    <div>
      <div className={classes.parts} aria-hidden="true">
        {shown.map((direction) =>
          countOf(group, direction) > 0 ? (
            <span
              key={direction}
              data-direction={direction}
              style={{ flexGrow: countOf(group, direction) / (total || 1) }}
            />
          ) : null,
        )}
      </div>
      <ul className={classes.counters}>
        {shown.map((direction) => (
          <li key={direction} data-direction={direction}>
            <Link
              to="/indicators/dynamics/schools"
              search={{ ...toQuery(question), direction }}
              className={classes.counter}
            >
              <b>{formatNumber(countOf(group, direction))}</b>
              <span>
                <i aria-hidden="true">{signs[direction]}</i> {ru.directions[direction]}
              </span>
              {ru.directionHints[direction] ? <small>{ru.directionHints[direction]}</small> : null}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
