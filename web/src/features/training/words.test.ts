import { expect, test } from 'vitest';
import { namesOf } from '@/lib/pasted-names';
import { coverageWords, daysOf, daysWords, freeWords, numbersOf } from './words';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');

test('coverage is told as so many of so many', () => {
  expect(plain(coverageWords({ trained: 355, staff: 412 }))).toBe('355 из 412 педагогов (86,2 %)');
  expect(plain(coverageWords({ trained: 0, staff: 1 }))).toBe('0 из 1 педагога (0 %)');
  expect(coverageWords({ trained: 0, staff: 0 })).toBe('–');
  expect(coverageWords(undefined)).toBe('–');
});

test('seats and days in words', () => {
  expect(plain(freeWords(30, 28))).toBe('свободно 2 места');
  expect(freeWords(30, 30)).toBe('мест нет');
  expect(daysWords('2026-03-02', '2026-03-02')).toBe('02.03.2026');
  expect(daysOf('2026-02-27', '2026-03-02')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
  expect(daysOf('2026-01-01', '2026-12-31')).toHaveLength(14);
});

test('names come out of a list, of a numbered one and of a table', () => {
  expect(namesOf('Образцова Анна Петровна\r\n\n 2. Примеров  И. С.\n3\tПримеров Иван\tСОШ № 2\n')).toEqual([
    'Образцова Анна Петровна',
    'Примеров И. С.',
    'Примеров Иван',
  ]);
  expect(namesOf(' \n12\n')).toEqual([]);
});

test('numbers of certificates come out of a column', () => {
  expect(numbersOf('УПК 1\nУПК 2\n\n')).toEqual(['УПК 1', 'УПК 2']);
  expect(numbersOf('УПК 1')).toEqual(['УПК 1']);
});
