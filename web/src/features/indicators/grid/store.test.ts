import { expect, test, vi } from 'vitest';
import type { CellResult, CellWrite } from '@/api/gen/types.gen';
import { cellOf, entryGrid, keeper, saved, valueCell } from '@/test/data/grid';
import { cellKey, linesOf } from './model';
import { GridStore } from './store';

const lines = linesOf(entryGrid);
const key = (row: number, period = '2020') => {
  const line = lines.filter(({ first }) => first)[row];
  if (!line) throw new Error('no such row');
  return cellKey(line, period);
};
const share = key(1);
const teachers = key(2);
const contracts = key(3);

/** A server whose answers are let go by hand. */
function slowServer() {
  const sent: CellWrite[][] = [];
  const answers: ((results?: CellResult[]) => void)[] = [];
  const values = (cells: CellWrite[]) => {
    sent.push(cells);
    return new Promise<CellResult[]>((done) => answers.push((results) => done(results ?? saved(cells))));
  };
  return { sent, answers, store: new GridStore(entryGrid, { ...keeper(), values }) };
}

test('a cell goes from saving to saved, under the version that was seen', async () => {
  const { store, sent, answers } = slowServer();
  store.put(share, ' 20/50 ');
  expect(store.cell(share)).toMatchObject({ phase: 'saving', draft: '20/50' });
  expect(sent).toEqual([[expect.objectContaining({ value: { text: '20/50' }, version: 3, period: '2020' })]]);
  expect(store.summary()).toMatchObject({ saving: true, unsaved: [share] });
  answers[0]?.();
  await store.settled();
  expect(store.cell(share)).toMatchObject({ phase: 'rest', draft: null, fresh: true });
  expect(store.cell(share)?.saved).toMatchObject({ input: '20/50', version: 4, achievement: 'Achieved' });
  expect(store.summary()).toMatchObject({ saving: false, unsaved: [] });
});

test('while one request is on its way the next ones wait for it, and know its versions', async () => {
  const { store, sent, answers } = slowServer();
  store.put(share, '20/50');
  store.put(share, '21/50');
  store.put(contracts, '4');
  expect(sent).toHaveLength(1);
  answers[0]?.();
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toEqual([
    expect.objectContaining({ value: { text: '21/50' }, version: 4 }),
    expect.objectContaining({ value: { text: '4' }, version: 0 }),
  ]);
  expect(store.text(share)).toBe('21/50');
  answers[1]?.();
  await store.settled();
  expect(store.cell(share)?.saved.input).toBe('21/50');
  expect(store.summary().unsaved).toEqual([]);
});

test('what cannot be is kept, told and never sent', () => {
  const { store, sent } = slowServer();
  store.put(share, '51/50');
  expect(store.cell(share)).toMatchObject({ phase: 'invalid', draft: '51/50' });
  expect(store.cell(share)?.fault?.message).toMatch('Числитель 51 больше знаменателя 50');
  expect(sent).toEqual([]);
  store.drop(share);
  expect(store.text(share)).toBe('27/50');
});

test('what the server refuses is kept with its reason', async () => {
  const { store, answers } = slowServer();
  store.put(share, '20/50');
  const fault = { code: 'report-submitted', message: 'Период сдан и ждёт решения', allowed: null };
  answers[0]?.([
    {
      index: 0,
      outcome: 'Locked',
      faults: [fault],
      cell: valueCell('27/50', { lock: fault }),
      changedById: null,
      changedByName: null,
    },
  ]);
  await store.settled();
  expect(store.cell(share)).toMatchObject({ phase: 'invalid', draft: '20/50', fault });
});

const theirs: CellResult = {
  index: 0,
  outcome: 'Conflict',
  faults: [{ code: 'cell-changed', message: 'Пока вы работали, ячейку изменил кто-то другой', allowed: null }],
  cell: valueCell('19/50', { version: 7 }),
  changedById: 'x',
  changedByName: 'Завуч',
};

test('a conflict shows both, and either may be chosen', async () => {
  const { store, sent, answers } = slowServer();
  store.put(share, '20/50');
  answers[0]?.([theirs]);
  await store.settled();
  expect(store.cell(share)).toMatchObject({ phase: 'conflict', draft: '20/50', by: 'Завуч' });
  expect(store.cell(share)?.saved.input).toBe('19/50');
  expect(store.summary().conflicts).toEqual([share]);
  store.keepMine(share);
  expect(sent[1]).toEqual([expect.objectContaining({ value: { text: '20/50' }, version: 7 })]);
  answers[1]?.();
  await store.settled();
  expect(store.cell(share)?.saved.input).toBe('20/50');

  store.put(share, '22/50');
  answers[2]?.([theirs]);
  await store.settled();
  store.drop(share);
  expect(store.text(share)).toBe('19/50');
  expect(store.summary()).toMatchObject({ conflicts: [], unsaved: [] });
  expect(sent).toHaveLength(3);
});

test('without a connection the text is kept and sent again', async () => {
  let down = true;
  const store = new GridStore(entryGrid, {
    ...keeper(),
    values: async (cells) => {
      if (down) throw new TypeError('Failed to fetch');
      return saved(cells);
    },
  });
  store.put(share, '20/50');
  await store.settled();
  expect(store.cell(share)).toMatchObject({ phase: 'failed', draft: '20/50' });
  expect(store.cell(share)?.fault?.message).toMatch('Нет связи с сервером');
  expect(store.summary().failed).toEqual([share]);
  down = false;
  store.sendAgain();
  await store.settled();
  expect(store.summary()).toMatchObject({ failed: [], unsaved: [] });
  store.dispose();
});

test('one undo takes a whole block back, with comments that went with emptied cells', async () => {
  const { store, sent, answers } = slowServer();
  store.putAll(
    [
      { key: share, text: '–' },
      { key: teachers, text: '15/20' },
      { key: contracts, text: '4' },
    ],
    true,
  );
  expect(sent[0]?.map(({ value }) => value)).toEqual([null, { text: '15/20' }, { text: '4' }]);
  answers[0]?.();
  await store.settled();
  expect(store.summary().undo).toEqual({ cells: 3, block: true });
  expect(store.undo()).toBe(share);
  expect(sent[1]).toEqual([
    expect.objectContaining({ value: { text: '27/50' }, comment: 'Новый учитель' }),
    expect.objectContaining({ value: null, version: 1 }),
    expect.objectContaining({ value: null, version: 1 }),
  ]);
  answers[1]?.();
  await store.settled();
  expect([share, teachers, contracts].map(store.text)).toEqual(['27/50', '', '']);
  expect(store.summary().undo).toBeNull();
});

test('an undo is sent over what this grid wrote, not over what somebody else has put there since', async () => {
  const { store, sent, answers } = slowServer();
  store.put(share, '20/50');
  answers[0]?.();
  await store.settled();
  const rows = entryGrid.rows.map((row) => ({
    ...row,
    parts: row.parts.map((part) => ({ ...part, cells: part.cells.map(() => valueCell('19/50', { version: 7 })) })),
  }));
  store.load({ ...entryGrid, rows });
  expect(store.text(share)).toBe('19/50');
  store.undo();
  expect(sent[1]).toEqual([expect.objectContaining({ value: { text: '27/50' }, version: 4 })]);
  answers[1]?.([theirs]);
  await store.settled();
  expect(store.cell(share)).toMatchObject({ phase: 'conflict', draft: '27/50' });
  store.keepMine(share);
  expect(sent[2]).toEqual([expect.objectContaining({ version: 7, comment: 'Новый учитель' })]);
});

test('a step that was given up for what somebody else saved is not taken back over it', async () => {
  const { store, sent, answers } = slowServer();
  store.put(share, '20/50');
  answers[0]?.([theirs]);
  await store.settled();
  store.drop(share);
  store.undo();
  expect(sent[1]).toEqual([expect.objectContaining({ value: { text: '27/50' }, version: 3 })]);
});

test('news from the server comes in, but never over what is being typed', () => {
  const { store } = slowServer();
  store.put(share, '51/50');
  const [first, second, third, ...others] = entryGrid.rows;
  if (!first || !second || !third) throw new Error('no rows');
  const change = (row: typeof second, input: string) => ({
    ...row,
    parts: row.parts.map((part) => ({ ...part, cells: part.cells.map(() => valueCell(input, { version: 9 })) })),
  });
  store.load({ ...entryGrid, rows: [first, change(second, '1/50'), change(third, '2/20'), ...others] });
  expect(store.text(share)).toBe('51/50');
  expect(store.text(teachers)).toBe('2/20');
});

test('the same text, and a dash in an empty cell, are no change', () => {
  const { store, sent } = slowServer();
  store.put(share, '27/50');
  store.put(contracts, '–');
  expect(sent).toEqual([]);
  expect(store.cell(contracts)?.saved).toEqual(cellOf({}));
});
