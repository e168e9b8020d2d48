import type { SchoolResultPoint, SchoolResultSeries, SchoolResults } from '@/api/gen/types.gen';

/** ЕГЭ means of school № 2 in 2018 and 2019 with the region's published means, as printed in its programme. */
const ege: [code: string, name: string, ...(number | null)[]][] = [
  ['russian', 'Русский язык', 73.4, 71.1, 74.1, 73.9],
  ['mathematics-basic', 'Математика базовая', 4.33, 4.3, 4.4, 4.48],
  ['mathematics-profile', 'Математика профильная', 49.6, 61, 57.7, 63.7],
  ['physics', 'Физика', 54, 68.5, 57, 60],
  ['chemistry', 'Химия', 51, 63.33, 63.3, 63.74],
  ['biology', 'Биология', 51, 56.7, 57.6, 57.7],
  ['history', 'История', 55.4, 55, 58.39, 58.9],
  ['geography', 'География', null, 60, 64.34, 64.82],
  ['english', 'Английский язык', 69.17, 83, 76.69, 79.85],
  ['social-studies', 'Обществознание', 63.6, 55.3, 61.9, 60.6],
];

/** ВПР mark shares of school № 2: grade, subject, year, participants, «2»–«5». */
const vpr: [grade: number, code: string, name: string, year: number, n: number, ...number[]][] = [
  [4, 'russian', 'Русский язык', 2018, 75, 0, 24, 60, 16],
  [4, 'russian', 'Русский язык', 2019, 88, 0, 27.3, 46.6, 26.1],
  [4, 'mathematics', 'Математика', 2018, 74, 0, 14.9, 35.1, 50],
  [4, 'mathematics', 'Математика', 2019, 88, 0, 19.3, 51.1, 29.5],
  [5, 'russian', 'Русский язык', 2018, 69, 2.9, 49.28, 37.68, 10.14],
  [5, 'russian', 'Русский язык', 2019, 73, 26.03, 27.4, 38.36, 8.21],
  [5, 'mathematics', 'Математика', 2018, 67, 8.96, 43.28, 38.8, 8.96],
  [5, 'mathematics', 'Математика', 2019, 75, 5.33, 34.67, 37.33, 22.67],
];

export function point(year: number, more: Partial<SchoolResultPoint>): SchoolResultPoint {
  return {
    year,
    participants: null,
    mean: null,
    meanDerived: false,
    belowThreshold: null,
    marks: null,
    quality: null,
    success: null,
    change: null,
    direction: null,
    small: false,
    withheld: false,
    municipality: null,
    region: null,
    publishedMunicipality: null,
    publishedRegion: null,
    source: { importId: '00000000-0000-7000-8000-0000000000a4', row: 2 },
    ...more,
  };
}

const published = (mean: number | null | undefined) =>
  mean == null ? null : { name: 'Республика Татарстан', mean, participants: null };

function change(before: number | null | undefined, after: number | null | undefined) {
  if (before == null || after == null) return {};
  const value = Math.round((after - before) * 1000) / 1000;
  return {
    change: value,
    direction: value > 0 ? ('rising' as const) : value < 0 ? ('falling' as const) : ('equal' as const),
  };
}

function egeSeries(): SchoolResultSeries[] {
  return ege.map(([subject, subjectName, before, after, regionBefore, regionAfter], at) => {
    const participants = at < 3 ? 31 - at * 9 : 3 + at;
    const weighted = (mean: number | null | undefined) =>
      mean == null ? null : { name: 'Республика Татарстан', mean: mean - 1.2, participants: 4180, schools: 214 };
    return {
      assessment: 'EGE',
      subject,
      subjectName,
      grade: 11,
      sitting: null,
      scale: subject === 'mathematics-basic' ? 'marks' : 'points',
      points: [
        point(2018, {
          mean: before ?? null,
          participants: before == null ? null : participants + 2,
          small: participants + 2 < 5,
          publishedRegion: published(regionBefore),
          region: weighted(regionBefore),
        }),
        point(2019, {
          mean: after ?? null,
          participants,
          small: at === 7,
          belowThreshold: at === 2 ? 1 : 0,
          publishedRegion: published(regionAfter),
          region: weighted(regionAfter),
          municipality: weighted(regionAfter == null ? null : regionAfter + 0.4),
          ...change(before, after),
        }),
      ],
    } satisfies SchoolResultSeries;
  });
}

function vprSeries(): SchoolResultSeries[] {
  const keys = [...new Set(vpr.map(([grade, subject]) => `${grade} ${subject}`))];
  return keys.map((key) => {
    const rows = vpr.filter(([grade, subject]) => `${grade} ${subject}` === key);
    const means = rows.map(
      ([, , , , , ...m]) => Math.round(m.reduce((sum, share, at) => sum + share * (at + 2), 0) * 10) / 1000,
    );
    const [first] = rows;
    if (!first) throw new Error('test data lost a series');
    return {
      assessment: 'VPR',
      subject: first[1],
      subjectName: first[2],
      grade: first[0],
      sitting: null,
      scale: 'marks',
      points: rows.map(([, , , year, participants, m2 = 0, m3 = 0, m4 = 0, m5 = 0], at) => {
        const counts = [m2, m3, m4, m5].map((share) => Math.round((share * participants) / 100));
        return point(year, {
          participants,
          mean: means[at] ?? null,
          meanDerived: true,
          belowThreshold: counts[0] ?? 0,
          marks: {
            form: 'percent',
            percent: { 2: m2, 3: m3, 4: m4, 5: m5 },
            counts: { 2: counts[0] ?? 0, 3: counts[1] ?? 0, 4: counts[2] ?? 0, 5: counts[3] ?? 0 },
          },
          quality: { percent: m4 + m5, numerator: null, denominator: null },
          success: { percent: m3 + m4 + m5, numerator: null, denominator: null },
          region: { name: 'Республика Татарстан', mean: 3.71, participants: 40120, schools: 690 },
          ...(at > 0 ? change(means[at - 1], means[at]) : {}),
        });
      }),
    } satisfies SchoolResultSeries;
  });
}

export function schoolResults(schoolId: string): SchoolResults {
  return { schoolId, years: [2018, 2019], series: [...egeSeries(), ...vprSeries()] };
}
