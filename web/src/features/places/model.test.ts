import { expect, test } from 'vitest';
import { chosen } from './model';

const place = (code: string, name: string, schools: number) => ({ code, name, schools, regionCode: 'RU-TA' });
const all = [
  place('92626000', 'Елабужский район', 24),
  place('92601000', 'Агрызский район', 1),
  place('92655000', 'Черёмшанский район', 2),
];
const names = (search: Parameters<typeof chosen>[1]) => chosen(all, search).map(({ name }) => name.split(' ')[0]);

test('places come by name, or as chosen', () => {
  expect(names({})).toEqual(['Агрызский', 'Елабужский', 'Черёмшанский']);
  expect(names({ sort: '-schools' })).toEqual(['Елабужский', 'Черёмшанский', 'Агрызский']);
  expect(names({ sort: 'code' })).toEqual(['Агрызский', 'Елабужский', 'Черёмшанский']);
});

test('a part of the name or code finds a place; «е» finds «ё»', () => {
  expect(names({ search: 'черемш' })).toEqual(['Черёмшанский']);
  expect(names({ search: '92626' })).toEqual(['Елабужский']);
  expect(names({ search: 'нет такого' })).toEqual([]);
});
