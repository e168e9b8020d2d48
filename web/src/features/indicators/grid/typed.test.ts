import { expect, test } from 'vitest';
import { faultOf, isMissing, numberOf } from './typed';

const share = { unit: 'Share', minimum: 0, maximum: 100, range: '0–100' } as const;
const count = { unit: 'Count', minimum: 0, maximum: null, range: 'от 0' } as const;
const mean = { unit: 'Mean', minimum: null, maximum: null, range: 'любое число' } as const;
const yesNo = { unit: 'YesNo', minimum: 0, maximum: 1, range: '0–1' } as const;

test.each(['', '–', '-', '—', ' - ', 'н/д', 'Нет данных', 'нет'])('«%s» says that there is no value', (text) => {
  expect(isMissing(text)).toBe(true);
  expect(faultOf(share, text)).toBeNull();
});

test('«нет» is an answer where yes or no is asked', () => {
  expect(isMissing('нет', 'YesNo')).toBe(false);
  expect(isMissing('–', 'YesNo')).toBe(true);
  for (const text of ['да', 'Нет', '+', '0']) expect(faultOf(yesNo, text)).toBeNull();
  expect(faultOf(yesNo, 'иногда')?.code).toBe('not-yes-or-no');
});

test.each([
  ['73,4', 73.4],
  ['73.4', 73.4],
  ['1\u00a0234,5', 1234.5],
  ['−2', -2],
  ['+5', 5],
  ['12/43', null],
  ['семь', null],
  ['1,2,3', null],
])('«%s» is the number %s', (text, number) => expect(numberOf(text)).toBe(number));

test.each(['73,4', '73,4 %', '12/43', '12 из 43', '12 из 43 (27,9 %)', '0/5', '100'])('«%s» is a share', (text) => {
  expect(faultOf(share, text)).toBeNull();
});

test.each([
  ['250 %', 'value-out-of-range'],
  ['44/43', 'numerator-above-denominator'],
  ['1/0', 'denominator-not-positive'],
  ['-1/5', 'numerator-negative'],
  ['1,5/5', 'number-invalid'],
  ['много', 'number-invalid'],
])('«%s» is no share: %s', (text, code) => expect(faultOf(share, text)?.code).toBe(code));

test('a count is whole, a mean may be anything, a number has no denominator', () => {
  expect(faultOf(count, '12')).toBeNull();
  expect(faultOf(count, '12,5')?.code).toBe('count-not-whole');
  expect(faultOf(count, '-1')?.code).toBe('value-out-of-range');
  expect(faultOf(mean, '-0,35')).toBeNull();
  expect(faultOf(mean, '12/43')?.code).toBe('number-invalid');
});
