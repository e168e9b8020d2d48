import { useComputedColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { IndicatorTrend } from '@/api/gen/types.gen';
import { Card } from '@/ui/card';
import { Chart } from '@/ui/chart';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { ProblemAlert } from '@/ui/problem-alert';
import { narrow, palette } from '@/ui/tokens';
import { formatFigure, formatValue } from './model';
import classes from './panels.module.css';
import { trendOptions } from './queries';
import { ru } from './ru';
import { trendOption } from './trend-option';

/** From where to where: fact by period with the target, and the region beside a part of it. */
export function TrendCard({ id, municipality }: { id: string; municipality: string | undefined }) {
  const query = useQuery(trendOptions(id, municipality));
  const scheme = useComputedColorScheme('light');
  const small = useMediaQuery(narrow, false, { getInitialValueInEffect: false });
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DelayedSkeleton />;
  const trend = query.data;
  return (
    <Card>
      {trend.points.length === 0 ? (
        <p className={classes.note}>{ru.trend.none}</p>
      ) : (
        <Chart
          title={trendWords(trend)}
          subtitle={[ru.trend.text, trend.place].filter(Boolean).join('. ')}
          option={(forPaper) => trendOption(trend, palette[forPaper ? 'light' : scheme], small && !forPaper)}
          height={260}
          table={<TrendTable trend={trend} />}
          fileName={`${trend.indicator.name} – по периодам`}
        />
      )}
    </Card>
  );
}

function trendWords({ points, indicator }: IndicatorTrend): string {
  const known = points.filter(({ own }) => own);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return ru.trend.none;
  const at = (point: typeof first) => `${formatFigure(point.own, indicator)} (${point.period})`;
  return first === last ? ru.trend.one(at(first)) : ru.trend.rise(at(first), at(last));
}

function TrendTable({ trend: { points, indicator } }: { trend: IndicatorTrend }) {
  return (
    <div className={classes.wide}>
      <table className={classes.table}>
        <thead>
          <tr>
            {[ru.trend.period, ru.trend.own, ru.trend.target, ru.trend.region, ru.columns.result].map((head, i) => (
              <th key={head} scope="col" data-align={i > 0 && i < 4 ? 'right' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.period}>
              <th scope="row">{point.period}</th>
              <td data-align="right">{formatFigure(point.own, indicator)}</td>
              <td data-align="right">{formatValue(point.target, indicator)}</td>
              <td data-align="right">{formatFigure(point.region?.figure, indicator)}</td>
              <td>{ru.achievement[point.achievement]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
