import { expect, test } from 'vitest';
import type { ImportError } from '@/api/gen/types.gen';
import { byCell } from './error-groups';

const error = (row: number | null, column: string | null, message: string, pointer = '/items/0'): ImportError => ({
  index: null,
  row,
  column,
  sheet: null,
  code: 'unknown-subject',
  pointer,
  value: 'Алхимия',
  message,
  allowed: null,
});

test('a wrong cell of a wide row is told once, with the number of its results', () => {
  const groups = byCell([
    error(5, 'A', 'Нет предмета'),
    error(2, 'B', '512'),
    error(5, 'A', 'Нет предмета', '/items/1'),
  ]);
  expect(groups.map(({ error: { row }, times }) => [row, times])).toEqual([
    [5, 2],
    [2, 1],
  ]);
});

test('errors without a place in a file stay apart', () => {
  expect(byCell([error(null, null, 'Нет', '/items/0'), error(null, null, 'Нет', '/items/1')])).toHaveLength(2);
});
