import { expect, test } from 'vitest';
import { estimate } from './use-eta';

test('the estimate waits for two seconds of work and goes by the mean speed', () => {
  expect(estimate(0, 0, 1000, 500, 10_000)).toBeNull();
  expect(estimate(0, 0, 10_000, 1000, 10_000)).toBe(90);
  expect(estimate(0, 5000, 10_000, 6000, 10_000)).toBe(40);
  expect(estimate(0, 0, 10_000, 0, 10_000)).toBeNull();
  expect(estimate(0, 0, 10_000, 10_000, 10_000)).toBeNull();
});
