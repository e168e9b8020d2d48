import { expect, test } from 'vitest';
import { plain } from '@/test/plain';
import { shortPlace } from './places';

test.each([
  ['Елабужский муниципальный район', 'Елабужский р\u2011н'],
  ['Шарыповский муниципальный округ', 'Шарыповский округ'],
  ['г. Казань', 'г. Казань'],
])('%s', (name, short) => {
  expect(plain(shortPlace(name))).toBe(short);
});
