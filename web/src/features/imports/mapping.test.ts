import { describe, expect, test } from 'vitest';
import { preview } from '@/test/data/imports';
import {
  addSeries,
  complete,
  gaps,
  offerMissing,
  partsOf,
  removeSeries,
  roleOf,
  said,
  setConstant,
  setRole,
  splitRow,
} from './mapping';

const blank = complete({}, preview);

describe('columns', () => {
  test('a column gets a meaning, changes it and loses it', () => {
    const named = setRole(blank, 'B', { field: 'mean', series: null });
    expect(roleOf(named, 'B')).toEqual({ field: 'mean', series: null });
    const changed = setRole(named, 'B', { field: 'participants', series: null });
    expect(changed.columns).toEqual({ participants: 'B' });
    expect(setRole(changed, 'B', null).columns).toEqual({});
  });

  test('one meaning belongs to one column', () => {
    const twice = setRole(setRole(blank, 'B', { field: 'mean', series: null }), 'C', { field: 'mean', series: null });
    expect(roleOf(twice, 'B')).toBeNull();
    expect(roleOf(twice, 'C')).toEqual({ field: 'mean', series: null });
  });
});

describe('several results in one row', () => {
  test('splitting moves the value columns into the first result and keeps what is common', () => {
    const row = setRole(setRole(blank, 'A', { field: 'subject', series: null }), 'B', { field: 'mean', series: null });
    const split = splitRow(row);
    expect(split.columns).toEqual({ subject: 'A' });
    expect(split.series).toEqual([
      { constants: {}, columns: { mean: 'B' } },
      { constants: {}, columns: {} },
    ]);
    expect(roleOf(setRole(split, 'C', { field: 'mean', series: 1 }), 'C')).toEqual({ field: 'mean', series: 1 });
  });

  test('removing all but one makes the row a single result again', () => {
    const split = setConstant(splitRow(setRole(blank, 'B', { field: 'mean', series: null })), 0, 'year', '2019');
    const single = removeSeries(split, 1);
    expect(single.series).toEqual([]);
    expect(single.constants).toEqual({ year: '2019' });
    expect(single.columns).toEqual({ mean: 'B' });
  });

  test('what a result consists of lists the common parts first', () => {
    const guess = complete(preview.guess, preview);
    expect(partsOf(guess, guess.series[1])).toEqual({
      constants: [
        ['assessment', 'EGE'],
        ['grade', '11'],
        ['schoolCode', '160312002'],
        ['year', '2019'],
      ],
      columns: [
        ['subject', 'A'],
        ['mean', 'C'],
      ],
    });
  });
});

describe('what is missing', () => {
  test('the guess of the wide table is complete', () => {
    expect(gaps(complete(preview.guess, preview), 'exam-results', preview.fields)).toEqual([]);
  });

  test('an empty mapping lacks its required fields, an owner and a value', () => {
    const found = gaps(blank, 'exam-results', preview.fields);
    expect(found.filter((gap) => gap.kind === 'field')).toHaveLength(4);
    expect(found.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['owner', 'value']));
  });

  test('participants alone are no result', () => {
    const spec = setRole(blank, 'B', { field: 'participants', series: null });
    expect(gaps(spec, 'exam-results', [])).toContainEqual({ kind: 'value', series: null });
  });

  test('each result of a row is looked at by itself', () => {
    const spec = addSeries(
      splitRow(setConstant(setRole(blank, 'B', { field: 'mean', series: null }), null, 'schoolCode', '1')),
    );
    expect(gaps(spec, 'exam-results', [])).toEqual([
      { kind: 'value', series: 1 },
      { kind: 'value', series: 2 },
    ]);
  });

  test('required fields are offered empty, and what stays empty is not sent', () => {
    const offered = offerMissing(setConstant(blank, null, 'grade', '11'), 'exam-results', preview.fields);
    expect(offered.constants).toEqual({ year: '', assessment: '', subject: '', grade: '11' });
    expect(said(offered).constants).toEqual({ grade: '11' });
  });

  test('a value of an indicator needs its indicator, its owner and a figure; a denominator alone is none', () => {
    const spec = setRole(blank, 'B', { field: 'denominator', series: null });
    expect(gaps(spec, 'indicator-values', []).map(({ kind }) => kind)).toEqual(['indicator', 'owner', 'value']);
    const wide = splitRow(
      setRole(setRole(blank, 'A', { field: 'schoolCode', series: null }), 'B', { field: 'value', series: null }),
    );
    const named = setConstant(wide, 0, 'indicatorName', 'Охват');
    expect(gaps(named, 'indicator-values', [])).toEqual([
      { kind: 'indicator', series: 1 },
      { kind: 'value', series: 1 },
    ]);
  });

  test('a staff list needs a name and a school', () => {
    expect(gaps(blank, 'teachers', []).map(({ kind }) => kind)).toEqual(['person', 'staff']);
    const named = setRole(setConstant(blank, null, 'schoolCode', '160312002'), 'B', { field: 'surname', series: null });
    expect(gaps(named, 'teachers', [])).toEqual([]);
  });

  test('schools need no value', () => {
    expect(gaps(blank, 'schools', [{ name: 'code', label: 'Код', required: true, hint: '', example: '' }])).toEqual([
      { kind: 'field', field: 'code', series: null },
    ]);
  });
});
