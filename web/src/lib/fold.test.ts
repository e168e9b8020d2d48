import { expect, test } from 'vitest';
import { fold } from './fold';

test.each([
  ['СОШ № 2', 'сош №2'],
  ['школа №2', 'Школа N2'],
  ['МБОУ «Лицей»', 'мбоу лицей'],
  ['Берёзовка', 'березовка'],
  ['Камско–Полянская', 'камско-полянская'],
])('%s and %s are the same', (a, b) => {
  expect(fold(a)).toBe(fold(b));
});

test('different numbers stay different', () => {
  expect(fold('СОШ № 2')).not.toBe(fold('СОШ № 12'));
});
