import { describe, expect, test } from 'vitest';
import type { DynamicsGroup, DynamicsOption } from '@/api/gen/types.gen';
import { plain } from '@/test/plain';
import { headline, isCompared, isSmall, sortGroups, together } from './model';
import { afterSubject, resolve } from './search';

const group = (key: string, numerator: number, denominator: number): DynamicsGroup => ({
  key,
  name: key,
  rising: numerator,
  falling: denominator - numerator,
  equal: 0,
  mixed: 0,
  withoutComparison: 0,
  schools: denominator,
  mean: null,
  withheld: 0,
  share: denominator === 0 ? null : { numerator, denominator },
});

describe('headline', () => {
  test.each([
    [50, 71, 'Рост у 50 из 71 школы (70,4 %)'],
    [46, 71, 'Рост у 46 из 71 школы (64,8 %)'],
    [36, 71, 'Рост у 36 из 71 школы (50,7 %)'],
    [1, 3, 'Рост у 1 из 3 школ (33,3 %)'],
    [4, 4, 'Рост у 4 из 4 школ (100 %)'],
    [3, 5, 'Рост у 3 из 5 школ (60 %)'],
  ])('%i of %i', (numerator, denominator, words) => {
    expect(plain(headline(group('r', numerator, denominator)))).toBe(words);
  });

  test('says that there is nothing to compare instead of a zero', () => {
    expect(headline(group('r', 0, 0))).toMatch('нет школ');
    expect(headline(undefined)).toMatch('нет школ');
  });
});

test('municipalities of a coordinator are taken together as sums', () => {
  expect(together([group('а', 1, 2), group('б', 3, 4)])).toMatchObject({
    rising: 4,
    schools: 6,
    share: { numerator: 4, denominator: 6 },
  });
  expect(together([group('а', 1, 2)])).toMatchObject({ key: 'а' });
  expect(together([])).toBeUndefined();
});

describe('groups', () => {
  test('go from the highest share; of equal ones more schools first; few schools after them; without a share last', () => {
    const sorted = sortGroups([
      group('без', 0, 0),
      group('одна', 1, 1),
      group('а', 10, 20),
      group('б', 20, 40),
      group('в', 15, 20),
      group('две', 1, 2),
    ]);
    expect(sorted.map(({ key }) => key)).toEqual(['в', 'б', 'а', 'одна', 'две', 'без']);
  });

  test('fewer than ten schools are marked, none at all is not', () => {
    expect(isSmall({ denominator: 9 })).toBe(true);
    expect(isSmall({ denominator: 10 })).toBe(false);
    expect(isSmall({ denominator: 0 })).toBe(false);
    expect(isSmall(null)).toBe(false);
  });
});

const options: DynamicsOption[] = [
  {
    assessment: 'EGE',
    years: [2018, 2019],
    subjects: [{ code: 'russian', name: 'Русский язык', grades: [11], sittings: [] }],
  },
  {
    assessment: 'VPR',
    years: [2019],
    subjects: [
      { code: 'main', name: 'Два основных предмета', grades: [], sittings: [] },
      { code: 'mathematics', name: 'Математика', grades: [4, 5], sittings: [] },
    ],
  },
];

test('a cell of nobody compared is empty, not zero', () => {
  const cell = { ...group('chemistry', 0, 2), subject: 'chemistry', withoutComparison: 2, falling: 0 };
  expect(isCompared(cell)).toBe(false);
  expect(isCompared({ ...cell, falling: 1 })).toBe(true);
  expect(isCompared(undefined)).toBe(false);
});

describe('question of an address', () => {
  test('falls to the newest year, first procedure and subject', () => {
    expect(resolve({}, options)).toMatchObject({ assessment: 'EGE', year: 2019, grade: 11, base: 'comparable' });
  });

  test('keeps what fits and drops what does not', () => {
    const asked = resolve({ assessment: 'VPR', subject: 'mathematics', grade: 9, year: 1999 }, options);
    expect(asked).toMatchObject({ assessment: 'VPR', year: 2019, grade: 4 });
    expect(resolve({ assessment: 'VPR' }, options)).toMatchObject({ subject: { code: 'main' }, grade: undefined });
  });

  test('nothing to compare gives no question', () => {
    expect(resolve({}, [])).toBeUndefined();
  });

  test('another subject keeps the class where it has it', () => {
    const subject = options[1]?.subjects[1];
    expect(afterSubject({ grade: 5 }, subject)).toEqual({ grade: 5, subject: 'mathematics', sitting: undefined });
    expect(afterSubject({ grade: 11 }, subject)).toEqual({
      grade: undefined,
      subject: 'mathematics',
      sitting: undefined,
    });
  });
});
