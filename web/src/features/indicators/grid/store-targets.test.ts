import { expect, test } from 'vitest';
import type { CellFault, CellResult, CellTarget, CellWrite, TargetWrite } from '@/api/gen/types.gen';
import { cellOf, entryGrid, saved, savedTargets, targetOf } from '@/test/data/grid';
import { sayOf } from './cell-words';
import { cellKey, type Field, linesOf } from './model';
import { GridStore } from './store';

const lines = linesOf(entryGrid);
const key = (row: number, field: Field, period = '2020') => {
  const line = lines.filter(({ first }) => first)[row];
  if (!line) throw new Error('no such row');
  return cellKey(line, period, field);
};
// Has a target of 50 from 60 in 2019, «Программа школы», under version 1; its value is 27/50.
const [target, base, fact] = [key(1, 'target'), key(1, 'base'), key(1, 'fact')];
// Has no target, and holds a count.
const [bareTarget, bareBase] = [key(3, 'target'), key(3, 'base')];

/** Writes all that is sent down; the first answers of targets may be given. */
function recorder(...answers: ((writes: TargetWrite[]) => CellResult[])[]) {
  const sent: (TargetWrite[] | CellWrite[])[] = [];
  const targets = new Map<string, CellTarget | null>();
  const keyOf = ({ indicatorId, period }: TargetWrite | CellWrite) => `${indicatorId}@${period}`;
  const store = new GridStore(entryGrid, {
    values: async (cells) => {
      sent.push(cells);
      return saved(cells).map((result, at) => {
        const target = targets.get(keyOf(cells[at] as CellWrite));
        return result.cell && target !== undefined ? { ...result, cell: { ...result.cell, target } } : result;
      });
    },
    targets: async (writes) => {
      sent.push(writes);
      const results = (answers.shift() ?? savedTargets)(writes);
      writes.forEach((write, at) => {
        targets.set(keyOf(write), results[at]?.cell?.target ?? null);
      });
      return results;
    },
  });
  return { store, sent };
}

const bare = ({ indicatorId, ...write }: TargetWrite | CellWrite) => write;

test('a typed target goes under the version that was seen, and leaves its start as it is', async () => {
  const { store, sent } = recorder();
  expect([store.text(base), store.text(target)]).toEqual(['60', '50']);
  store.put(target, '45,5');
  await store.settled();
  expect(sent.flat().map(bare)).toEqual([{ period: '2020', version: 1, target: { text: '45,5' } }]);
  expect(store.cell(target)).toMatchObject({ phase: 'rest', draft: null, fresh: true, held: { version: 2 } });
  expect(store.cell(fact)?.saved.target?.number).toBe(45.5);
  expect(store.text(base)).toBe('60');
});

test('what cannot be a target is told in its cell and not sent', () => {
  const { store, sent } = recorder();
  store.put(target, '250 %');
  expect(store.cell(target)).toMatchObject({ phase: 'invalid', fault: { code: 'value-out-of-range' } });
  store.put(bareTarget, 'много');
  expect(store.cell(bareTarget)?.fault?.message).toBe('«много» – не число');
  expect(sent).toEqual([]);
});

test('a start waits for its target, and both go together', async () => {
  const { store, sent } = recorder();
  store.put(bareBase, '3');
  const waiting = store.cell(bareBase);
  expect(waiting && sayOf(waiting)).toMatchObject({ kind: 'warning', word: 'ждёт\u00a0цели' });
  expect(sent).toEqual([]);
  store.put(bareTarget, '5');
  await store.settled();
  expect(sent.flat().map(bare)).toEqual([
    { period: '2020', version: 0, target: { text: '5' }, baseline: { text: '3' }, baselinePeriod: '2019' },
  ]);
  expect(store.summary().unsaved).toEqual([]);
});

test('a start alone is written beside the target that is kept', async () => {
  const { store, sent } = recorder();
  store.put(base, '64,7');
  await store.settled();
  expect(sent.flat().map(bare)).toEqual([
    { period: '2020', version: 1, target: { text: '50' }, baseline: { text: '64,7' }, baselinePeriod: '2019' },
  ]);
});

test('one undo takes a block over start, target and value back', async () => {
  const { store, sent } = recorder();
  store.putAll(
    [
      { key: base, text: '64,7' },
      { key: target, text: '55' },
      { key: fact, text: '20/50' },
      { key: bareBase, text: '3' },
      { key: bareTarget, text: '5' },
    ],
    true,
  );
  await store.settled();
  // Targets first: the value is judged by its new one.
  expect(sent.map((writes) => writes.length)).toEqual([2, 1]);
  expect(store.summary().undo).toEqual({ cells: 5, block: true });
  store.undo();
  await store.settled();
  expect(sent[2]?.map(bare)).toEqual([
    { period: '2020', version: 2, target: { text: '50' }, baseline: { text: '60' }, baselinePeriod: '2019' },
    { period: '2020', version: 1, target: null },
  ]);
  expect(sent[3]?.map(bare)).toEqual([expect.objectContaining({ value: { text: '27/50' } })]);
  expect(store.summary()).toMatchObject({ unsaved: [], undo: null });
});

test('an emptied target comes back with its start and its reason', async () => {
  const { store, sent } = recorder();
  store.put(target, '');
  await store.settled();
  expect([store.text(base), store.text(target)]).toEqual(['', '']);
  expect(store.undo()).toBe(target);
  await store.settled();
  expect(sent[1]?.map(bare)).toEqual([
    {
      period: '2020',
      version: 0,
      target: { text: '50' },
      baseline: { text: '60' },
      baselinePeriod: '2019',
      note: 'Программа школы',
    },
  ]);
});

const changed: CellFault = { code: 'target-changed', message: 'Цель изменил кто-то другой', allowed: null };

test('a target that somebody else has changed is not written over unasked', async () => {
  const theirs = { ...targetOf(40, '40 %'), version: 7 };
  const { store, sent } = recorder((writes) =>
    savedTargets(writes).map((result) => ({
      ...result,
      outcome: 'Conflict' as const,
      faults: [changed],
      cell: cellOf({ target: theirs }),
    })),
  );
  store.put(target, '45');
  await store.settled();
  expect(store.cell(target)).toMatchObject({ phase: 'conflict', draft: '45', held: { input: '40' } });
  store.keepMine(target);
  await store.settled();
  expect(sent[1]?.map(bare)).toEqual([{ period: '2020', version: 7, target: { text: '45' } }]);
  expect(store.summary().conflicts).toEqual([]);
});

test('the undo of a target goes over what this grid wrote, be it the target or its start', async () => {
  const { store, sent } = recorder();
  store.put(target, '45');
  await store.settled();
  store.put(base, '61');
  await store.settled();
  const rows = entryGrid.rows.map((row) => ({
    ...row,
    parts: row.parts.map((part) => ({
      ...part,
      cells: part.cells.map((cell) =>
        cell.target ? { ...cell, target: { ...targetOf(40, '40 %'), version: 9 } } : cell,
      ),
    })),
  }));
  store.load({ ...entryGrid, rows });
  store.undo();
  await store.settled();
  expect(sent[2]?.map(bare)).toEqual([expect.objectContaining({ version: 3, baseline: { text: '60' } })]);
});

test('what is being typed keeps the version it was typed over', async () => {
  const { store, sent } = recorder();
  store.put(target, 'много');
  const rows = entryGrid.rows.map((row) => ({
    ...row,
    parts: row.parts.map((part) => ({
      ...part,
      cells: part.cells.map((cell) => (cell.target ? { ...cell, target: { ...cell.target, version: 9 } } : cell)),
    })),
  }));
  store.load({ ...entryGrid, rows });
  expect(store.cell(base)?.held.version).toBe(9);
  store.putAll(
    [
      { key: target, text: '45' },
      { key: base, text: '61' },
    ],
    true,
  );
  await store.settled();
  expect(sent[0]?.map(bare)).toEqual([expect.objectContaining({ version: 1 })]);
});

test('doubts about a target are soft warnings of its cell; a missing start is a hint', () => {
  const doubt = (code: string): CellFault => ({ code, message: code, allowed: null });
  const state = store(doubt('baseline-missing'), doubt('target-impossible-step'));
  expect(state && sayOf(state)).toMatchObject({ kind: 'warning', word: 'не получится' });
  const hint = store(doubt('baseline-missing'));
  expect(hint && sayOf(hint)).toMatchObject({ kind: 'hint', word: 'нет\u00a0исходного' });

  function store(...doubts: CellFault[]) {
    const { store: own } = recorder();
    const cell = cellOf({ target: { ...targetOf(50, '50 %'), doubts } });
    const rows = entryGrid.rows.map((row) => ({
      ...row,
      parts: row.parts.map((part) => ({ ...part, cells: [cell, cell] })),
    }));
    own.load({ ...entryGrid, rows });
    return own.cell(target);
  }
});
