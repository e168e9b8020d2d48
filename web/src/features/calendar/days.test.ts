import { expect, test } from 'vitest';
import type { CalendarItem } from '@/api/gen/types.gen';
import { addMonths, byDay, dayOfKey, weeksOf } from './days';

test('a month is shown in whole weeks from Monday', () => {
  const weeks = weeksOf('2021-08');
  expect(weeks[0]?.[0]).toBe('2021-07-26');
  expect(weeks.at(-1)?.at(-1)).toBe('2021-09-05');
  expect(weeks).toHaveLength(6);
  expect(weeksOf('2021-02')).toHaveLength(4);
});

test('keys walk over days, weeks and months, whatever their length', () => {
  expect(dayOfKey('ArrowLeft', '2021-09-01')).toBe('2021-08-31');
  expect(dayOfKey('ArrowDown', '2021-12-28')).toBe('2022-01-04');
  expect(dayOfKey('PageDown', '2021-01-31')).toBe('2021-02-28');
  expect(dayOfKey('PageUp', '2021-01-15')).toBe('2020-12-15');
  expect(dayOfKey('Enter', '2021-01-15')).toBeNull();
  expect(addMonths('2021-12', 1)).toBe('2022-01');
});

test('what lasts several days stands on each of them, within the days that are shown', () => {
  const item = { id: 'a', startsOn: '2021-07-30', endsOn: '2021-08-02' } as CalendarItem;
  const days = byDay([item], '2021-08-01', '2021-08-31');
  expect([...days.keys()]).toEqual(['2021-08-01', '2021-08-02']);
});
