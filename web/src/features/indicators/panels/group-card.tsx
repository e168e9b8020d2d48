import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatNumber, formatOutOf } from '@/lib/format';
import { Card } from '@/ui/card';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { ProblemAlert } from '@/ui/problem-alert';
import { Switcher } from '@/ui/switcher';
import { formatFigure, formatValue, isStopgap } from './model';
import classes from './panels.module.css';
import { aggregateOptions } from './queries';
import { ru } from './ru';
import { groupings, type IndicatorSearch } from './search';

interface Props {
  id: string;
  search: IndicatorSearch;
  onSearch: (next: IndicatorSearch) => void;
}

/** The indicator by municipality, category and list; each line leads to its schools. */
export function GroupCard({ id, search, onSearch }: Props) {
  const by = search.groupBy ?? 'municipality';
  const query = useQuery(aggregateOptions(id, search, by));
  const data = query.data;
  const judged = data?.groups.some(({ figures }) => figures.achieved + figures.missed > 0);
  return (
    <Card
      title={ru.groups}
      aside={
        <Switcher
          label={ru.groups}
          value={by}
          options={groupings.map((value) => ({ value, label: ru.groupBy[value] }))}
          onChange={(groupBy) => onSearch({ ...search, groupBy })}
        />
      }
    >
      {query.error ? <ProblemAlert error={query.error} onRetry={() => void query.refetch()} /> : null}
      {data ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reachable by keyboard
        <section className={classes.wide} aria-label={ru.groupBy[by]} tabIndex={0}>
          <table className={classes.table}>
            <thead>
              <tr>
                {[...heads, ...(judged ? [ru.columns.reached] : [])].map((head, i) => (
                  <th key={head} scope="col" data-align={i > 0 ? 'right' : undefined}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.groups.map(({ key, name, figures, spread }) => (
                <tr key={key}>
                  <th scope="row">
                    <Link from="/indicators/$indicatorId" to="." search={narrowed(search, by, key)}>
                      {name}
                    </Link>
                  </th>
                  <td data-align="right">
                    {isStopgap(figures.figure, data.indicator.aggregation) ? '≈\u00a0' : ''}
                    {formatFigure(figures.figure, data.indicator)}
                  </td>
                  <td data-align="right">{formatValue(figures.mean, data.indicator)}</td>
                  <td data-align="right">{formatValue(spread?.median, data.indicator)}</td>
                  <td data-align="right">{formatValue(figures.least, data.indicator)}</td>
                  <td data-align="right">{formatValue(figures.greatest, data.indicator)}</td>
                  <td data-align="right">
                    {formatOutOf({ numerator: figures.schools, denominator: figures.registered })}
                  </td>
                  {judged ? (
                    <td data-align="right">
                      {formatNumber(figures.achieved)} / {formatNumber(figures.missed)}
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : query.error ? null : (
        <DelayedSkeleton />
      )}
    </Card>
  );
}

const heads = [
  ru.columns.group,
  ru.columns.value,
  ru.columns.mean,
  ru.columns.median,
  ru.columns.least,
  ru.columns.greatest,
  ru.columns.schools,
];

function narrowed(search: IndicatorSearch, by: (typeof groupings)[number], key: string): IndicatorSearch {
  const next = { ...search, page: undefined };
  if (by === 'municipality') return { ...next, municipality: key };
  if (by === 'cohort') return { ...next, cohort: key };
  return { ...next, category: key as IndicatorSearch['category'] };
}
