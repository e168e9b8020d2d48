import type { PlaceMean, SchoolResultPoint, SchoolResultSeries } from '@/api/gen/types.gen';
import { schoolForms } from '@/api/terms';
import { formatChange, formatCount, formatMean, formatNumber, missing } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { MeanValue } from './mean-value';
import classes from './results.module.css';
import { ru } from './ru';

/** Every figure of one subject by year; published means and means of loaded schools in columns of their own. */
export function YearTable({ series }: { series: SchoolResultSeries }) {
  const { scale } = series;
  const right = (id: string, header: string, cell: Column<SchoolResultPoint>['cell']): Column<SchoolResultPoint> => ({
    id,
    header,
    align: 'right',
    cell,
  });
  const loaded = (place: PlaceMean | null | undefined) =>
    place ? (
      <span>
        {formatMean(place.mean, scale)}
        <span className={classes.note}>{formatCount(place.schools, schoolForms)}</span>
      </span>
    ) : (
      missing
    );
  const columns: Column<SchoolResultPoint>[] = [
    { id: 'year', header: ru.year, card: 'title', cell: ({ year }) => year },
    right('mean', ru.school, (point) => (
      <span>
        <MeanValue point={point} scale={scale} />
        {point.meanDerived ? <span className={classes.note}>{ru.meanDerived}</span> : null}
      </span>
    )),
    right('change', ru.change, ({ change }) => formatChange(change, scale === 'marks' ? 2 : 1)),
    right('participants', ru.participants, ({ participants }) => formatNumber(participants)),
    right('below', ru.below, ({ belowThreshold }) => formatNumber(belowThreshold)),
    right('publishedMunicipality', ru.publishedMunicipality, (point) =>
      formatMean(point.publishedMunicipality?.mean, scale),
    ),
    right('municipality', ru.municipality, ({ municipality }) => loaded(municipality)),
    right('published', ru.published, ({ publishedRegion }) => formatMean(publishedRegion?.mean, scale)),
    right('region', ru.region, ({ region }) => loaded(region)),
  ];
  return (
    <DataTable
      plain
      caption={ru.years}
      columns={columns}
      rows={[...series.points].reverse()}
      rowKey={({ year }) => String(year)}
    />
  );
}
