import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Assessment, SchoolResultSeries } from '@/api/gen/types.gen';
import { useCan } from '@/api/session';
import { assessmentNames } from '@/api/terms';
import { formatChange, formatMean, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '@/ui/link-button';
import { Sparkline } from '@/ui/sparkline';
import { Trend } from '@/ui/trend';
import { MeanValue } from './mean-value';
import { assessmentsOf, difference, latestYear, pointOf, regionMean } from './model';
import { schoolResultsOptions } from './queries';
import classes from './results.module.css';
import { ru } from './ru';

/** Newest results of every procedure against the region, for the overview of a school. */
export function LatestResults({ schoolId }: { schoolId: string }) {
  const results = useSuspenseQuery(schoolResultsOptions(schoolId)).data;
  const mayImport = useCan('imports:write');
  const procedures = assessmentsOf(results);
  if (procedures.length === 0) {
    return (
      <EmptyState title={ru.none} action={mayImport ? <LinkButton to="/imports">{ru.import}</LinkButton> : null}>
        {ru.noneText}
      </EmptyState>
    );
  }
  return procedures.map((assessment) => (
    <LatestOf
      key={assessment}
      schoolId={schoolId}
      assessment={assessment}
      series={results.series.filter((series) => series.assessment === assessment)}
    />
  ));
}

interface Props {
  schoolId: string;
  assessment: Assessment;
  series: readonly SchoolResultSeries[];
}

function LatestOf({ schoolId, assessment, series }: Props) {
  const year = latestYear(series);
  if (year === undefined) return null;
  const rows = series.filter((item) => pointOf(item, year));
  const grades = new Set(rows.map(({ grade }) => grade)).size > 1;
  return (
    <Card
      flush
      title={ru.latestOf(assessmentNames[assessment], String(year))}
      aside={
        <Link to="/schools/$schoolId/results" params={{ schoolId }} search={{ assessment }} className={classes.more}>
          {ru.allResults}
        </Link>
      }
    >
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{ru.subject}</th>
              <th scope="col" className={classes.wide}>
                {ru.years}
              </th>
              <th scope="col" data-align="right">
                {rows[0]?.scale === 'marks' ? ru.meanMarks : ru.mean}
              </th>
              <th scope="col" data-align="right">
                {ru.change}
              </th>
              <th scope="col" data-align="right">
                {ru.toRegion}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((item) => (
              <LatestRow
                key={`${item.subject}-${item.grade}-${item.sitting}`}
                series={item}
                year={year}
                withGrade={grades}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function LatestRow({ series, year, withGrade }: { series: SchoolResultSeries; year: number; withGrade: boolean }) {
  const point = pointOf(series, year);
  if (!point) return null;
  const digits = series.scale === 'marks' ? 2 : 1;
  const region = regionMean(point);
  const gap = region && point.mean != null ? difference(point.mean, region.mean) : undefined;
  const years = series.points.map((item) => `${item.year} – ${formatMean(item.mean, series.scale)}`).join(', ');
  return (
    <tr>
      <th scope="row">
        {series.subjectName}
        {withGrade && series.grade != null ? <span className={classes.soft}>, {ru.grade(series.grade)}</span> : null}
      </th>
      <td className={classes.wide}>
        {series.points.length > 1 ? (
          <Sparkline values={series.points.map((item) => item.mean ?? null)} label={ru.trend(years)} />
        ) : null}
      </td>
      <td data-align="right">
        <MeanValue point={point} scale={series.scale} />
      </td>
      <td data-align="right">
        {point.direction ? <Trend direction={point.direction} change={point.change} digits={digits} /> : missing}
      </td>
      <td data-align="right">
        {region && gap !== undefined ? (
          <span title={ru.regionKinds[region.kind]}>
            {formatChange(gap, digits)}
            <span className={classes.note}>{ru.regionKinds[region.kind]}</span>
          </span>
        ) : (
          missing
        )}
      </td>
    </tr>
  );
}
