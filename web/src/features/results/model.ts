import type {
  Assessment,
  MarkShareDetails,
  SchoolResultPoint,
  SchoolResultSeries,
  SchoolResults,
} from '@/api/gen/types.gen';
import { assessmentNames, assessments } from '@/api/terms';
import { formatNumber, formatOutOf, formatPercent, formatPercentValue, missing } from '@/lib/format';
import { type Forms, plural } from '@/lib/plural';

export function pointOf(series: SchoolResultSeries, year: number): SchoolResultPoint | undefined {
  return series.points.find((point) => point.year === year);
}

/** Newest year for which any of the series has a value. */
export function latestYear(series: readonly SchoolResultSeries[]): number | undefined {
  const years = series.flatMap(({ points }) =>
    points.filter((point) => point.mean != null || point.marks).map(({ year }) => year),
  );
  return years.length > 0 ? Math.max(...years) : undefined;
}

/** Procedures that the school has results of, in the usual order. */
export function assessmentsOf(results: SchoolResults): Assessment[] {
  return assessments.filter((assessment) => results.series.some((series) => series.assessment === assessment));
}

export function gradesOf(series: readonly SchoolResultSeries[]): number[] {
  return [...new Set(series.flatMap(({ grade }) => (grade == null ? [] : [grade])))].sort((a, b) => a - b);
}

export interface RegionMean {
  mean: number;
  kind: 'published' | 'weighted';
}

/** What a school is compared with: the published mean where one is loaded, otherwise the mean of the loaded schools. */
export function regionMean(point: SchoolResultPoint): RegionMean | undefined {
  if (point.publishedRegion) return { mean: point.publishedRegion.mean, kind: 'published' };
  // A mean of one school is the school itself.
  return point.region && point.region.schools > 1 ? { mean: point.region.mean, kind: 'weighted' } : undefined;
}

/** Difference of decimals with at most three digits, free of binary dust. */
export function difference(a: number, b: number): number {
  return Math.round((a - b) * 1000) / 1000;
}

/** «72,7 %» with «64 из 88» where the two integers are known. */
export function shareText(share: MarkShareDetails | null | undefined): { percent: string; of: string | undefined } {
  if (!share) return { percent: missing, of: undefined };
  if (share.numerator != null && share.denominator != null) {
    const ratio = { numerator: share.numerator, denominator: share.denominator };
    return { percent: formatPercent(ratio), of: formatOutOf(ratio) };
  }
  return { percent: formatPercentValue(share.percent), of: undefined };
}

export interface Summary {
  assessment: Assessment;
  year: number;
  compared: number;
  rising: number;
  falling: number;
  equal: number;
  withRegion: number;
  aboveRegion: number;
  regionKind: RegionMean['kind'] | 'both';
}

/** Counts over the series of one procedure in its newest year: how many rose, how many stand above the region. */
export function summarise(results: SchoolResults, assessment: Assessment): Summary | undefined {
  const series = results.series.filter((item) => item.assessment === assessment);
  const year = latestYear(series);
  if (year === undefined) return undefined;
  const points = series.flatMap((item) => pointOf(item, year) ?? []);
  const against = points.flatMap((point) => {
    const region = regionMean(point);
    return region && point.mean != null ? [{ above: point.mean > region.mean, kind: region.kind }] : [];
  });
  const count = (direction: string) => points.filter((point) => point.direction === direction).length;
  const kinds = new Set(against.map(({ kind }) => kind));
  return {
    assessment,
    year,
    compared: points.filter((point) => point.direction).length,
    rising: count('rising'),
    falling: count('falling'),
    equal: count('equal'),
    withRegion: against.length,
    aboveRegion: against.filter(({ above }) => above).length,
    regionKind: kinds.size === 2 ? 'both' : kinds.has('weighted') ? 'weighted' : 'published',
  };
}

const subjectsOf: Forms = ['предмета', 'предметов', 'предметов'];
const subjectsBy: Forms = ['предмету', 'предметам', 'предметам'];

/** One sentence «где мы сейчас», made of figures alone. */
export function whereNow(results: SchoolResults): string | undefined {
  // The newest year speaks; of one year, the state examination comes first.
  const newest = assessmentsOf(results)
    .flatMap((assessment) => summarise(results, assessment) ?? [])
    .sort((a, b) => b.year - a.year)[0];
  if (!newest) return undefined;
  const { assessment, year, compared, rising, falling, withRegion, aboveRegion, regionKind } = newest;
  const parts: string[] = [];
  if (compared > 0) {
    const of = `из ${formatNumber(compared)} ${plural(compared, subjectsOf)}`;
    const rose = `средний результат вырос по ${formatNumber(rising)} ${of}`;
    parts.push(falling > 0 ? `${rose}, снизился по ${formatNumber(falling)}` : rose);
  }
  if (withRegion > 0) {
    const mean =
      regionKind === 'published'
        ? 'опубликованного среднего'
        : regionKind === 'weighted'
          ? 'среднего загруженных школ'
          : 'среднего';
    parts.push(
      `выше ${mean} по региону – по ${formatNumber(aboveRegion)} ${plural(aboveRegion, subjectsBy)} из ${formatNumber(withRegion)}`,
    );
  }
  if (parts.length === 0)
    return `${assessmentNames[assessment]}-${year}: результаты загружены, сравнивать пока не с чем.`;
  return `${assessmentNames[assessment]}-${year}: ${parts.join('; ')}.`;
}
