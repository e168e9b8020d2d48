import { expect, test } from 'vitest';
import type { IndicatorFigures } from '@/api/gen/types.gen';
import { axisOf, dots, formatValue, isStopgap, panelAnswer, shade } from './model';

const figures = (more: Partial<IndicatorFigures>): IndicatorFigures => ({
  figure: null,
  mean: null,
  least: null,
  greatest: null,
  registered: 0,
  schools: 0,
  withBase: 0,
  aboveZero: 0,
  withoutValue: 0,
  achieved: 0,
  missed: 0,
  awaitingValue: 0,
  withoutTarget: 0,
  withheld: 0,
  ...more,
});

test('a value stands in its unit; a missing one is never zero', () => {
  expect(formatValue(53.44, { unit: 'Share', decimals: 1 })).toBe('53,4\u00a0%');
  expect(formatValue(1200, { unit: 'Count', decimals: 0 })).toMatch(/^1\s200$/);
  expect(formatValue(1.76, { unit: 'Count', decimals: 0 })).toBe('1,8');
  expect(formatValue(0, { unit: 'Count', decimals: 0 })).toBe('0');
  expect(formatValue(null, { unit: 'Share', decimals: 1 })).toBe('–');
});

test('the answer counts judged cases and indicators with data', () => {
  const figure = { value: 1, kind: 'Sum' as const, numerator: null, denominator: null };
  const total = [figures({ figure, achieved: 3, missed: 1 }), figures({}), figures({ figure, achieved: 1 })];
  expect(panelAnswer({ indicators: new Array(3).fill(null), total })).toEqual({
    filled: 2,
    indicators: 3,
    achieved: 4,
    judged: 5,
  });
});

test('the shade goes from the least to the greatest; alike values are in the middle', () => {
  expect([10, 15, 20].map((value) => shade(value, [10, 15, 20]))).toEqual([0, 0.5, 1]);
  expect(shade(7, [7, 7])).toBe(0.5);
});

test('a mean of schools is marked where a share of sums was asked for', () => {
  const mean = { value: 5, kind: 'MeanOfSchools' as const, numerator: null, denominator: null };
  expect(isStopgap(mean, 'RatioOfSums')).toBe(true);
  expect(isStopgap(mean, 'MeanOfSchools')).toBe(false);
});

test('the axis has round numbers around the values, of shares within 0 and 100', () => {
  expect(axisOf(7, 74, 'Share')).toEqual({ from: 0, to: 80, ticks: [0, 20, 40, 60, 80] });
  expect(axisOf(88, 99, 'Share').to).toBe(100);
  expect(axisOf(3, 3, 'Count').to).toBeGreaterThan(3);
});

test('dots of one place are put above each other', () => {
  const axis = { from: 0, to: 100, ticks: [] };
  expect(dots([10, 10, 50], axis, 100)).toEqual([
    { x: 0.1, row: 0, value: 10 },
    { x: 0.1, row: 1, value: 10 },
    { x: 0.5, row: 0, value: 50 },
  ]);
});
