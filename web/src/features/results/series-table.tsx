import type { SchoolResultSeries } from '@/api/gen/types.gen';
import { formatMean, formatNumber, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { Trend } from '@/ui/trend';
import { MeanValue } from './mean-value';
import { pointOf } from './model';
import classes from './results.module.css';
import { ru } from './ru';

interface Props {
  title: string;
  series: readonly SchoolResultSeries[];
  shown: SchoolResultSeries | undefined;
  onShow: (series: SchoolResultSeries) => void;
}

/** Subjects by years: the school's mean each year, then the newest change and both means of the region. */
export function SeriesTable({ title, series, shown, onShow }: Props) {
  const years = [...new Set(series.flatMap(({ points }) => points.map(({ year }) => year)))].sort((a, b) => a - b);
  const last = years.at(-1) ?? 0;
  const someSmall = series.some(({ points }) => points.some((point) => point.small));
  return (
    <Card title={title} flush aside={someSmall ? <span className={classes.soft}>{ru.smallNote}</span> : null}>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{ru.subject}</th>
              {years.map((year) => (
                <th key={year} scope="col" data-align="right">
                  {year}
                </th>
              ))}
              <th scope="col" data-align="right">
                {ru.change}
              </th>
              <th scope="col" data-align="right">
                {ru.municipality}
              </th>
              <th scope="col" data-align="right">
                {ru.published}
              </th>
              <th scope="col" data-align="right">
                {ru.region}
              </th>
              <th scope="col" data-align="right">
                {ru.participants}
              </th>
            </tr>
          </thead>
          <tbody>
            {series.map((item) => (
              <SeriesRow
                key={`${item.subject}-${item.sitting}`}
                series={item}
                years={years}
                last={last}
                open={item === shown}
                onShow={onShow}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

interface RowProps {
  series: SchoolResultSeries;
  years: readonly number[];
  last: number;
  open: boolean;
  onShow: (series: SchoolResultSeries) => void;
}

function SeriesRow({ series, years, last, open, onShow }: RowProps) {
  const point = pointOf(series, last);
  const { scale } = series;
  return (
    <tr aria-selected={open}>
      <th scope="row">
        <button
          type="button"
          className={classes.subject}
          aria-current={open || undefined}
          onClick={() => onShow(series)}
        >
          {series.subjectName}
          {series.sitting ? ru.sittingNote(series.sitting) : null}
        </button>
      </th>
      {years.map((year) => (
        <td key={year} data-align="right">
          <MeanValue point={pointOf(series, year)} scale={scale} />
        </td>
      ))}
      <td data-align="right">
        {point?.direction ? (
          <Trend direction={point.direction} change={point.change} digits={scale === 'marks' ? 2 : 1} words />
        ) : (
          missing
        )}
      </td>
      <td data-align="right">{formatMean(point?.municipality?.mean, scale)}</td>
      <td data-align="right">{formatMean(point?.publishedRegion?.mean, scale)}</td>
      <td data-align="right">{formatMean(point?.region?.mean, scale)}</td>
      <td data-align="right">{formatNumber(point?.participants)}</td>
    </tr>
  );
}
