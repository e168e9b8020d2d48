import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Assessment, SchoolResultSeries } from '@/api/gen/types.gen';
import { useCan } from '@/api/session';
import { assessmentNames } from '@/api/terms';
import { formatChange, formatMean, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '@/ui/link-button';
import { Sparkline } from '@/ui/sparkline';
import { isTrend, Trend } from '@/ui/trend';
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
  // One kind of comparison for all is said once, in the heading.
  const kinds = new Set(rows.flatMap((item) => kindOf(item, year) ?? []));
  const [kind] = kinds;
  const columns: Column<SchoolResultSeries>[] = [
    {
      id: 'subject',
      header: ru.subject,
      card: 'title',
      cell: ({ subjectName, grade }) => (grades && grade != null ? `${subjectName}, ${ru.grade(grade)}` : subjectName),
    },
    { id: 'years', header: ru.years, card: 'hide', cell: (item) => <Years series={item} /> },
    {
      id: 'mean',
      header: rows[0]?.scale === 'marks' ? ru.meanMarks : ru.mean,
      align: 'right',
      cell: (item) => <MeanValue point={pointOf(item, year)} scale={item.scale} />,
    },
    { id: 'change', header: ru.change, align: 'right', cell: (item) => <Change series={item} year={year} /> },
    {
      id: 'region',
      header: kinds.size === 1 && kind ? ru.regionKinds[kind] : ru.toRegion,
      align: 'right',
      cell: (item) => <ToRegion series={item} year={year} sayKind={kinds.size > 1} />,
    },
  ];
  const title = ru.latestOf(assessmentNames[assessment], String(year));
  return (
    <Card
      flush
      title={title}
      aside={
        <Link to="/schools/$schoolId/results" params={{ schoolId }} search={{ assessment }}>
          {ru.allResults}
        </Link>
      }
    >
      <DataTable
        plain
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={({ subject, grade, sitting }) => `${subject}-${grade}-${sitting}`}
      />
    </Card>
  );
}

function kindOf(series: SchoolResultSeries, year: number) {
  const point = pointOf(series, year);
  return point && regionMean(point)?.kind;
}

function Years({ series }: { series: SchoolResultSeries }) {
  if (series.points.length < 2) return null;
  const years = series.points.map((item) => `${item.year} – ${formatMean(item.mean, series.scale)}`).join(', ');
  return <Sparkline values={series.points.map((item) => item.mean ?? null)} label={ru.trend(years)} />;
}

function Change({ series, year }: { series: SchoolResultSeries; year: number }) {
  const point = pointOf(series, year);
  if (!point?.direction || !isTrend(point.direction)) return missing;
  return <Trend direction={point.direction} change={point.change} digits={series.scale === 'marks' ? 2 : 1} />;
}

function ToRegion({ series, year, sayKind }: { series: SchoolResultSeries; year: number; sayKind: boolean }) {
  const point = pointOf(series, year);
  const region = point && regionMean(point);
  if (point?.mean == null) return missing;
  if (!region) return <span className={classes.soft}>{ru.nothingToCompare}</span>;
  return (
    <>
      {formatChange(difference(point.mean, region.mean), series.scale === 'marks' ? 2 : 1)}
      {sayKind ? <span className={classes.note}>{ru.regionKinds[region.kind]}</span> : null}
    </>
  );
}
