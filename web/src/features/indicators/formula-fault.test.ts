import { expect, test } from 'vitest';
import { replaced } from './formula-fault';

test('a misspelt name is replaced where it stands', () => {
  expect(replaced('share(pupil(), 5)', { position: 6, length: 5, nearest: 'pupils' })).toBe('share(pupils(), 5)');
});

test('a code keeps its quotes', () => {
  expect(replaced('indicator("shar")', { position: 10, length: 6, nearest: 'share' })).toBe('indicator("share")');
  expect(replaced('indicator(«shar»)', { position: 10, length: 6, nearest: 'share' })).toBe('indicator(«share»)');
});

test('without a likely name nothing is offered', () => {
  expect(replaced('foo(1)', { position: 0, length: 3, nearest: null })).toBeNull();
  expect(replaced('1 +', { position: 3, length: 0, nearest: 'x' })).toBeNull();
});
