import { describe, expect, test } from 'vitest';
import type { SchoolResults } from '@/api/gen/types.gen';
import { point, schoolResults } from '@/test/data/results';
import { assessmentsOf, difference, gradesOf, latestYear, regionMean, shareText, summarise, whereNow } from './model';

const results = schoolResults('s');

describe('summary of a school', () => {
  test('counts subjects by direction and against the published region', () => {
    expect(summarise(results, 'EGE')).toMatchObject({
      year: 2019,
      compared: 9,
      rising: 5,
      falling: 4,
      withRegion: 10,
      aboveRegion: 2,
    });
  });

  test('says it in one sentence with the right endings', () => {
    expect(whereNow(results)).toBe(
      'ЕГЭ-2019: средний результат вырос по 5 из 9 предметов, снизился по 4; выше опубликованного среднего по региону – по 2 предметам из 10.',
    );
  });

  test('nothing loaded gives no sentence', () => {
    const none: SchoolResults = { schoolId: 's', years: [], series: [] };
    expect(whereNow(none)).toBeUndefined();
    expect(summarise(none, 'EGE')).toBeUndefined();
    expect(latestYear([])).toBeUndefined();
  });

  test('knows its procedures and grades', () => {
    expect(assessmentsOf(results)).toEqual(['EGE', 'VPR']);
    expect(gradesOf(results.series)).toEqual([4, 5, 11]);
  });
});

describe('region', () => {
  test('the published mean goes before the mean of loaded schools, and each says which it is', () => {
    const base = point(2019, {});
    const region = { name: 'Регион', mean: 70, participants: 10, schools: 2 };
    expect(
      regionMean({ ...base, region, publishedRegion: { name: 'Регион', mean: 73.9, participants: null } }),
    ).toEqual({ mean: 73.9, kind: 'published' });
    expect(regionMean({ ...base, region })).toEqual({ mean: 70, kind: 'weighted' });
    expect(regionMean(base)).toBeUndefined();
    expect(regionMean({ ...base, region: { ...region, schools: 1 } })).toBeUndefined();
  });

  test('differences have no binary dust', () => {
    expect(difference(71.1, 73.9)).toBe(-2.8);
    expect(difference(4.3, 4.33)).toBe(-0.03);
  });
});

describe('marks', () => {
  test('a share shows its base where it is known', () => {
    expect(shareText({ numerator: 46, denominator: 71, percent: 64.79 })).toEqual({
      percent: '64,8\u00a0%',
      of: '46 из 71',
    });
    expect(shareText({ percent: 80.6, numerator: null, denominator: null })).toEqual({
      percent: '80,6\u00a0%',
      of: undefined,
    });
    expect(shareText(null)).toEqual({ percent: '–', of: undefined });
  });
});
