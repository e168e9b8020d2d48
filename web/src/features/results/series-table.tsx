import type { SchoolResultSeries } from '@/api/gen/types.gen';
import { formatMean, formatNumber, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { type Column, DataTable } from '@/ui/data-table';
import { isTrend, Trend } from '@/ui/trend';
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

/** Subjects by years: the school's mean each year, then the newest change and the means it is compared with. */
export function SeriesTable({ title, series, shown, onShow }: Props) {
  const years = [...new Set(series.flatMap(({ points }) => points.map(({ year }) => year)))].sort((a, b) => a - b);
  const last = years.at(-1) ?? 0;
  const someSmall = series.some(({ points }) => points.some((point) => point.small));
  const right = (id: string, header: string, cell: Column<SchoolResultSeries>['cell']): Column<SchoolResultSeries> => ({
    id,
    header,
    align: 'right',
    cell,
  });
  const columns: Column<SchoolResultSeries>[] = [
    {
      id: 'subject',
      header: ru.subject,
      card: 'title',
      cell: (item) => (
        <button
          type="button"
          className={classes.subject}
          aria-current={item === shown || undefined}
          onClick={() => onShow(item)}
        >
          {item.subjectName}
          {item.sitting ? ru.sittingNote(item.sitting) : null}
        </button>
      ),
    },
    ...years.map((year) =>
      right(String(year), String(year), (item) => <MeanValue point={pointOf(item, year)} scale={item.scale} />),
    ),
    right('change', ru.change, (item) => <Change series={item} year={last} />),
    right('municipality', ru.municipality, (item) => formatMean(pointOf(item, last)?.municipality?.mean, item.scale)),
    right('published', ru.published, (item) => formatMean(pointOf(item, last)?.publishedRegion?.mean, item.scale)),
    right('region', ru.region, (item) => formatMean(pointOf(item, last)?.region?.mean, item.scale)),
    right('participants', ru.participants, (item) => formatNumber(pointOf(item, last)?.participants)),
  ];
  return (
    <Card title={title} flush aside={someSmall ? <span className={classes.soft}>{ru.smallNote}</span> : null}>
      <DataTable
        plain
        caption={title}
        columns={columns}
        rows={series}
        rowKey={({ subject, grade, sitting }) => `${subject}-${grade}-${sitting}`}
        isChosen={(item) => item === shown}
      />
    </Card>
  );
}

function Change({ series, year }: { series: SchoolResultSeries; year: number }) {
  const point = pointOf(series, year);
  if (!point?.direction || !isTrend(point.direction)) return missing;
  return <Trend direction={point.direction} change={point.change} digits={series.scale === 'marks' ? 2 : 1} words />;
}
