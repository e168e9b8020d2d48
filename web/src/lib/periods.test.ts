import { expect, test } from 'vitest';
import { formatPeriod } from './periods';

test.each([
  ['2019', '2019'],
  ['2019/2020', '2019/2020'],
  ['2019/2020-H1', '2019/2020, 1-е полугодие'],
  ['2019-Q2', '2019, 2-й квартал'],
])('%s is written %s', (period, written) => {
  expect(formatPeriod(period)).toBe(written);
});
