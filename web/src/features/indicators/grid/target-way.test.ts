import { expect, test } from 'vitest';
import { trajectory } from '@/test/data/grid';
import { yearBefore } from './model';
import { wayWords } from './target-way';

const [start, middle, end] = trajectory.points;

test('the way is told by its newest value against the plan of that period', () => {
  expect(wayWords(trajectory)).toBe('Отстаёт от пути к цели: 58 % за 2019, по плану 55 %.');
  expect(wayWords({ ...trajectory, onTrack: true })).toBe('На пути к цели: 58 % за 2019, по плану 55 %.');
  expect(wayWords({ ...trajectory, onTrack: null, achievement: 'NotJudged' })).toMatch(/^Показатель без оценки: 58 %/);
});

test('at the end of the way it is reached or not, before it nothing is judged', () => {
  if (!start || !middle || !end) throw new Error('no points');
  const reached = { ...end, value: 50, valueText: '50 %', onTrack: true };
  const points = [start, middle, reached];
  expect(wayWords({ ...trajectory, points, achievement: 'Achieved' })).toBe('Цель достигнута: 50 % при цели 50 %.');
  expect(wayWords({ ...trajectory, points, achievement: 'NotAchieved' })).toMatch(/^Цель не достигнута/);
  const none = { ...middle, value: null, valueText: null, onTrack: null };
  expect(wayWords({ ...trajectory, points: [start, none, end], onTrack: true })).toBe(
    'Путь только начат: после 2018 (60 %) значений ещё нет.',
  );
  const unknown = { ...start, value: null, valueText: null, onTrack: null };
  expect(wayWords({ ...trajectory, points: [unknown, none, end], onTrack: null })).toBe(
    'Значений на пути к цели ещё нет.',
  );
});

test('a year before is one of the same kind', () => {
  expect(['2020', '2019/2020', '2019/2020-H1', '2019-Q2'].map(yearBefore)).toEqual([
    '2019',
    '2018/2019',
    '2018/2019-H1',
    '2018-Q2',
  ]);
});
