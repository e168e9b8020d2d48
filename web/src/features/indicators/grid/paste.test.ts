import { expect, test } from 'vitest';
import { parseBlock } from '@/lib/clipboard-grid';
import { bigGrid, entryGrid, keeper } from '@/test/data/grid';
import { cellKey, type Field, linesOf, shownLines, tracksOf } from './model';
import { planPaste } from './paste';
import { pasteSummary } from './paste-dialog';
import { GridStore } from './store';

const lines = shownLines(linesOf(entryGrid), new Set());
const store = new GridStore(entryGrid, keeper());
const facts = tracksOf(entryGrid.columns, ['fact']);
const at = (row: number, period: string, field: Field = 'fact') => {
  const line = lines[row];
  if (!line) throw new Error('no such row');
  return cellKey(line, period, field);
};
const words = (text: string) => text.replaceAll('\u00a0', ' ');

test('a block lies over the grid from the cell on; what may not be written is told', () => {
  const plan = planPaste(parseBlock('40 %\n250 %\n12\nда'), lines, facts, at(1, '2020'), store);
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
  const plan = planPaste(parseBlock('–\n–'), lines, facts, at(1, '2020'), store);
  expect(plan.rows.flat().map(({ before, text, verdict }) => [before, text, verdict])).toEqual([
    ['27/50', '', 'accepted'],
    ['', '', 'unchanged'],
  ]);
});

test('what lies beyond the edge is counted, not lost in silence', () => {
  const plan = planPaste(parseBlock('1\t2\t3\n1\t\t3'), lines, facts, at(4, '2019'), store);
  expect(plan.rows).toHaveLength(1);
  expect(plan.outside).toBe(3);
  expect(words(pasteSummary(plan))).toMatch('не поместилось за край таблицы: 3 ячейки');
});

const all = tracksOf(entryGrid.columns, ['base', 'target', 'fact']);
const verdicts = (plan: ReturnType<typeof planPaste>) =>
  plan.rows.map((cells) => cells.map(({ text, verdict }) => `${text} ${verdict}`));

test('a block lies over starts, targets and values as they stand beside each other', () => {
  const plan = planPaste(
    parseBlock('64,7\t60\t40 %\n53,4\t250\t–\n3\tмного\t4'),
    lines,
    all,
    at(1, '2020', 'base'),
    store,
  );
  expect(verdicts(plan)).toEqual([
    ['64,7 accepted', '60 accepted', '40 % accepted'],
    ['53,4 accepted', '250 refused', ' unchanged'],
    ['3 refused', 'много refused', '4 accepted'],
  ]);
  // The third has no target yet, and gets none: there is nothing that its start could be kept beside.
  expect(plan.rows[2]?.[0]?.why).toMatch('вместе с целью');
});

test('an emptied target tells that its start goes with it; a closed period and a part take none', () => {
  const emptied = planPaste(parseBlock('–\t1/2'), lines, all, at(1, '2020', 'target'), store);
  expect(verdicts(emptied)).toEqual([[' accepted', '1/2 accepted']]);
  expect(emptied.rows[0]?.[0]?.why).toBe('Вместе с целью уйдёт исходное значение 60');
  const closed = planPaste(parseBlock('5\t6'), lines, all, at(1, '2019', 'base'), store);
  expect(closed.rows[0]?.map(({ why }) => why)).toEqual(['Период 2019 закрыт', 'Период 2019 закрыт']);
  const everyLine = linesOf(entryGrid);
  const parts = planPaste(parseBlock('45\n7'), everyLine, all, at(1, '2020', 'target'), store);
  expect(verdicts(parts)).toEqual([['45 accepted'], ['7 refused']]);
});

test('a whole sheet of 60 × 24 is planned at once', () => {
  const grid = bigGrid(60, 24);
  const all = linesOf(grid);
  const first = all[0];
  if (!first) throw new Error('no lines');
  const block = Array.from({ length: 60 }, () => Array.from({ length: 24 }, () => '1/2'));
  const from = cellKey(first, grid.columns[0]?.period ?? '');
  const plan = planPaste(block, all, tracksOf(grid.columns, ['fact']), from, new GridStore(grid, keeper(grid)));
  expect(plan.accepted).toHaveLength(1440);
});
