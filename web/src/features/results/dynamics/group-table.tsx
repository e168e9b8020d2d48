import { Link } from '@tanstack/react-router';
import type { DynamicsGroup } from '@/api/gen/types.gen';
import { formatNumber, formatPercent } from '@/lib/format';
import classes from './dynamics.module.css';
import { countOf, isSmall } from './model';
import { ru } from './ru';
import { directions, type groupings, type Question, toQuery } from './search';

interface Props {
  groups: readonly DynamicsGroup[];
  question: Question;
  groupBy: (typeof groupings)[number];
}

/** The figures of the chart, every count a link to its schools. */
export function GroupTable({ groups, question, groupBy }: Props) {
  const shown = directions.filter((direction) => direction !== 'mixed' || groups.some(({ mixed }) => mixed > 0));
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{ru.group}</th>
            <th scope="col" data-align="right">
              {ru.share}
            </th>
            <th scope="col" data-align="right">
              {ru.outOf}
            </th>
            {shown.map((direction) => (
              <th key={direction} scope="col" data-align="right">
                {ru.directions[direction]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.key}>
              <th scope="row">{group.name}</th>
              <td data-align="right">
                {formatPercent(group.share)}
                {isSmall(group.share) ? <abbr title={ru.small}>*</abbr> : null}
              </td>
              <td data-align="right">{formatNumber(group.share?.denominator)}</td>
              {shown.map((direction) => (
                <td key={direction} data-align="right">
                  <Link
                    to="/indicators/dynamics/schools"
                    search={{ ...toQuery(question), groupBy, group: group.key, direction }}
                    aria-label={`${group.name}, ${ru.directions[direction]}: ${countOf(group, direction)}`}
                  >
                    {formatNumber(countOf(group, direction))}
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {groups.some(({ share }) => isSmall(share)) ? <p className={classes.note}>{ru.smallNote}</p> : null}
    </div>
  );
}
