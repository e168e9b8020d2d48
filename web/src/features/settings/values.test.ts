import { expect, test } from 'vitest';
import { yearChoice, yearOf, zoneChoice } from './values';

test('a school year begins on the first of September', () => {
  expect(yearOf('2021-08-31')).toBe('2020/2021');
  expect(yearOf('2021-09-01')).toBe('2021/2022');
  expect(yearOf('2022-01-15')).toBe('2021/2022');
});

test('a year set long ago can still be chosen', () => {
  expect(yearChoice('2021/2022', null)).toEqual(['2022/2023', '2021/2022', '2020/2021', '2019/2020', '2018/2019']);
  expect(yearChoice('2021/2022', '2015/2016').at(-1)).toBe('2015/2016');
});

test('a time zone that is not in the list stays chosen', () => {
  expect(zoneChoice('Europe/Moscow').filter(({ value }) => value === 'Europe/Moscow')).toHaveLength(1);
  expect(zoneChoice('Europe/Volgograd').at(-1)).toEqual({
    value: 'Europe/Volgograd',
    label: 'Europe/Volgograd (задан при установке)',
  });
});
