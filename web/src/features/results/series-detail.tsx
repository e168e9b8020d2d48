import { useComputedColorScheme } from '@mantine/core';
import type { SchoolResultSeries } from '@/api/gen/types.gen';
import { assessmentNames, schoolForms } from '@/api/terms';
import { formatChange, formatCount, formatMean, formatNumber, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { Chart } from '@/ui/chart';
import { palette } from '@/ui/tokens';
import { MarkYears } from './mark-years';
import { MeanValue } from './mean-value';
import { difference, regionMean } from './model';
import classes from './results.module.css';
import { ru } from './ru';
import { seriesOption } from './series-chart';

/** One subject: the line against the region, marks by year, and every figure in a table. */
export function SeriesDetail({ series }: { series: SchoolResultSeries }) {
  const scheme = useComputedColorScheme('light');
  const withMarks = series.points.some((point) => point.marks);
  return (
    <Card title={ru.details(series.subjectName)}>
      <div className={classes.stack}>
        <div className={withMarks ? classes.detail : undefined}>
          <Chart
            title={headline(series)}
            subtitle={`${assessmentNames[series.assessment]}, ${series.scale === 'marks' ? ru.meanMarks.toLowerCase() : ru.mean.toLowerCase()}`}
            option={(forPaper) => seriesOption(series, palette[forPaper ? 'light' : scheme])}
            height={260}
            fileName={`${series.subjectName} – ${assessmentNames[series.assessment]}`}
          />
          {withMarks ? <MarkYears series={series} /> : null}
        </div>
        <YearTable series={series} />
      </div>
    </Card>
  );
}

/** The answer to «where is the school against the region» in the newest year that has both. */
function headline(series: SchoolResultSeries): string {
  const digits = series.scale === 'marks' ? 2 : 1;
  for (const point of [...series.points].reverse()) {
    const region = regionMean(point);
    if (point.mean == null || !region) continue;
    const gap = difference(point.mean, region.mean);
    const by = formatChange(Math.abs(gap), digits).replace('+', '');
    const name = `${series.subjectName} ${point.year}`;
    if (gap === 0) return ru.chartAnswer.equal(name);
    return gap > 0 ? ru.chartAnswer.above(name, by) : ru.chartAnswer.below(name, by);
  }
  return ru.chartAnswer.alone(series.subjectName);
}

function YearTable({ series }: { series: SchoolResultSeries }) {
  const { scale } = series;
  const weighted = (place: { mean: number; participants: number; schools: number } | null | undefined) =>
    place ? (
      <>
        {formatMean(place.mean, scale)}
        <span className={classes.note}>{formatCount(place.schools, schoolForms)}</span>
      </>
    ) : (
      missing
    );
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{ru.year}</th>
            <th scope="col" data-align="right">
              {ru.school}
            </th>
            <th scope="col" data-align="right">
              {ru.change}
            </th>
            <th scope="col" data-align="right">
              {ru.participants}
            </th>
            <th scope="col" data-align="right">
              {ru.below}
            </th>
            <th scope="col" data-align="right">
              {ru.publishedMunicipality}
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
          </tr>
        </thead>
        <tbody>
          {[...series.points].reverse().map((point) => (
            <tr key={point.year}>
              <th scope="row">{point.year}</th>
              <td data-align="right">
                <MeanValue point={point} scale={scale} />
                {point.meanDerived ? <span className={classes.note}>{ru.meanDerived}</span> : null}
              </td>
              <td data-align="right">
                {point.change == null ? missing : formatChange(point.change, scale === 'marks' ? 2 : 1)}
              </td>
              <td data-align="right">{formatNumber(point.participants)}</td>
              <td data-align="right">{formatNumber(point.belowThreshold)}</td>
              <td data-align="right">{formatMean(point.publishedMunicipality?.mean, scale)}</td>
              <td data-align="right">{weighted(point.municipality)}</td>
              <td data-align="right">{formatMean(point.publishedRegion?.mean, scale)}</td>
              <td data-align="right">{weighted(point.region)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
