import { expect, test } from 'vitest';
import { parseBlock } from '@/lib/clipboard-grid';
import { bigGrid, entryGrid } from '@/test/data/grid';
import { cellKey, linesOf, shownLines } from './model';
import { planPaste } from './paste';
import { pasteSummary } from './paste-dialog';
import { GridStore } from './store';

const lines = shownLines(linesOf(entryGrid), new Set());
const store = new GridStore(entryGrid, () => Promise.resolve([]));
const at = (row: number, period: string) => {
  const line = lines[row];
  if (!line) throw new Error('no such row');
  return cellKey(line, period);
};
const words = (text: string) => text.replaceAll('\u00a0', ' ');

test('a block lies over the grid from the cell on; what may not be written is told', () => {
  const plan = planPaste(parseBlock('40 %\n250 %\n12\nда'), lines, entryGrid.columns, at(1, '2020'), store);
  expect(plan.rows.flat().map(({ text, verdict }) => [text, verdict])).toEqual([
    ['40 %', 'accepted'],
    ['250 %', 'refused'],
    ['12', 'accepted'],
    ['да', 'refused'],
  ]);
  expect(plan.rows[1]?.[0]?.why).toMatch('вне допустимых пределов');
  expect(plan.rows[3]?.[0]?.why).toMatch('вводит муниципальный координатор');
  expect(words(pasteSummary(plan))).toBe('2 значения, 2 не приняты');
});

test('a dash empties a cell, and is nothing new in an empty one', () => {
  const plan = planPaste(parseBlock('–\n–'), lines, entryGrid.columns, at(1, '2020'), store);
  expect(plan.rows.flat().map(({ before, text, verdict }) => [before, text, verdict])).toEqual([
    ['27/50', '', 'accepted'],
    ['', '', 'unchanged'],
  ]);
});

test('what lies beyond the edge is counted, not lost in silence', () => {
  const plan = planPaste(parseBlock('1\t2\t3\n1\t\t3'), lines, entryGrid.columns, at(4, '2019'), store);
  expect(plan.rows).toHaveLength(1);
  expect(plan.outside).toBe(3);
  expect(words(pasteSummary(plan))).toMatch('не поместилось за край таблицы: 3 ячейки');
});

test('a whole sheet of 60 × 24 is planned at once', () => {
  const grid = bigGrid(60, 24);
  const all = linesOf(grid);
  const first = all[0];
  if (!first) throw new Error('no lines');
  const block = Array.from({ length: 60 }, () => Array.from({ length: 24 }, () => '1/2'));
  const from = cellKey(first, grid.columns[0]?.period ?? '');
  const plan = planPaste(block, all, grid.columns, from, new GridStore(grid, () => Promise.resolve([])));
  expect(plan.accepted).toHaveLength(1440);
});
