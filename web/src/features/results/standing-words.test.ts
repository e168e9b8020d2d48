import { expect, test } from 'vitest';
import type { SchoolStandingDetails } from '@/api/gen/types.gen';
import { operator } from '@/test/data/people';
import { standingWords } from './standing-words';

const { region } = operator;
const work: NonNullable<SchoolStandingDetails['work']> = {
  assessment: 'EGE',
  subject: 'Русский язык',
  grade: 11,
  year: 2020,
  mean: 71.2,
  before: 66.4,
  region: 73.9,
  regionPublished: true,
  difference: -2.7,
  small: false,
};
const list: NonNullable<SchoolStandingDetails['list']> = { id: 'c', period: '2020', category: 'LowResults' };

test('says the list, the movement and the distance to the region', () => {
  if (!region) throw new Error('test data lost its region');
  expect(standingWords({ list, work }, region)).toBe(
    'В перечне 2020 года (ШНОР); русский язык ЕГЭ: рост с 66,4 до 71,2, на 2,7 ниже региона.',
  );
  expect(standingWords({ list: null, work: { ...work, before: null, difference: null } }, region)).toBe(
    'Русский язык ЕГЭ: 71,2 в 2020 году.',
  );
  expect(standingWords({ list: null, work: null }, region)).toBeUndefined();
});
