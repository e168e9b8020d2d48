import { describe, expect, test } from 'vitest';
import { plain } from '@/test/plain';
import {
  formatBytes,
  formatChange,
  formatCount,
  formatDay,
  formatDuration,
  formatInstant,
  formatMean,
  formatNumber,
  formatOutOfNoun,
  formatPercent,
  lowerFirst,
} from './format';

describe('numbers', () => {
  test.each([
    [3000, 0, '3 000'],
    [1234567, 0, '1 234 567'],
    [73.4, 1, '73,4'],
    [0.25, 1, '0,3'],
    [-0.25, 1, '-0,3'],
    [null, 0, '–'],
    [undefined, 2, '–'],
    [0, 0, '0'],
  ])('%s with %i digits', (value, digits, shown) => {
    expect(plain(formatNumber(value, digits)).replace('\u202f', ' ')).toBe(shown);
  });

  test('means of points have one digit, of marks two', () => {
    expect(formatMean(61)).toBe('61,0');
    expect(formatMean(4.3, 'marks')).toBe('4,30');
    expect(formatMean(null)).toBe('–');
  });

  test('a change carries its sign, a real minus, and is never a bare zero when it is not one', () => {
    expect(formatChange(2.4)).toBe('+2,4');
    expect(formatChange(-2.31)).toBe('−2,3');
    expect(formatChange(0)).toBe('0');
    expect(formatChange(0.04)).toBe('+0,04');
    expect(formatChange(null)).toBe('–');
  });
});

test('a name within a sentence starts small, an abbreviation does not', () => {
  expect(lowerFirst('Русский язык')).toBe('русский язык');
  expect(lowerFirst('ОБЖ')).toBe('ОБЖ');
});

describe('shares', () => {
  test.each([
    [46, 71, '64,8 %'],
    [50, 71, '70,4 %'],
    [1, 8, '12,5 %'],
    [1, 16, '6,3 %'],
    [49, 71, '69,0 %'],
    [14, 20, '70 %'],
    [4, 4, '100 %'],
    [0, 4, '0 %'],
  ])('%i of %i rounds half away from zero', (numerator, denominator, shown) => {
    expect(plain(formatPercent({ numerator, denominator }))).toBe(shown);
  });

  test('no base is no share', () => {
    expect(formatPercent({ numerator: 0, denominator: 0 })).toBe('–');
    expect(formatPercent(null)).toBe('–');
  });

  test('after «из» the noun is in the genitive', () => {
    const forms = ['школы', 'школ', 'школ'] as const;
    expect(plain(formatOutOfNoun({ numerator: 50, denominator: 71 }, forms))).toBe('50 из 71 школы');
    expect(plain(formatOutOfNoun({ numerator: 1, denominator: 72 }, forms))).toBe('1 из 72 школ');
    expect(plain(formatOutOfNoun({ numerator: 1, denominator: 11 }, forms))).toBe('1 из 11 школ');
  });
});

test.each([
  [1, '1 школа'],
  [2, '2 школы'],
  [5, '5 школ'],
  [11, '11 школ'],
  [21, '21 школа'],
  [112, '112 школ'],
])('plural of %i', (count, shown) => {
  expect(plain(formatCount(count, ['школа', 'школы', 'школ']))).toBe(shown);
});

test('days take no part in time zones; instants are shown in the zone of the region', () => {
  expect(formatDay('2020-02-03')).toBe('03.02.2020');
  expect(formatDay(null)).toBe('–');
  expect(formatInstant('2020-02-03T21:30:00Z', 'Europe/Moscow')).toBe('04.02.2020 00:30');
  expect(formatInstant('2020-02-03T21:30:00Z', 'Asia/Krasnoyarsk')).toBe('04.02.2020 04:30');
  expect(formatInstant('nonsense')).toBe('–');
});

test('sizes and durations are for people', () => {
  expect(plain(formatBytes(912))).toBe('912 Б');
  expect(plain(formatBytes(48_211))).toBe('47 КБ');
  expect(plain(formatBytes(31_457_280))).toBe('30 МБ');
  expect(formatDuration(12)).toBe('меньше минуты');
  expect(plain(formatDuration(61))).toBe('около 1 минуты');
  expect(plain(formatDuration(300))).toBe('около 5 минут');
  expect(plain(formatDuration(7200))).toBe('около 2 часов');
});
