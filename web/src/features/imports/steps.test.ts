import { expect, test } from 'vitest';
import { shownStep, stepOf } from './steps';

test('the step follows the job', () => {
  expect(stepOf({ state: 'awaitingConfirmation', step: 'mapping' })).toBe('mapping');
  expect(stepOf({ state: 'running', step: 'checking' })).toBe('check');
  expect(stepOf({ state: 'running', step: 'loading' })).toBe('load');
  expect(stepOf({ state: 'failed', step: 'mapping' })).toBe('outcome');
  expect(stepOf({ state: 'succeeded', step: 'done' })).toBe('outcome');
});

test('one can go back to the columns after a check, but not while it runs and not ahead', () => {
  expect(shownStep({ state: 'awaitingConfirmation', step: 'checked' }, 'mapping')).toBe('mapping');
  expect(shownStep({ state: 'running', step: 'checking' }, 'mapping')).toBe('check');
  expect(shownStep({ state: 'awaitingConfirmation', step: 'mapping' }, 'check')).toBe('mapping');
});
