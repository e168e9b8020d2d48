import { expect, test } from 'vitest';
import type { GrantDetails } from '@/api/gen/types.gen';
import { addressOf, dayWords, grantWords, placeWords } from './words';

const grant: GrantDetails = {
  id: '1',
  role: 'Coordinator',
  place: { kind: 'municipality', code: '92626000', name: 'Елабужский район', schoolId: null, municipality: null },
  fromOn: null,
  toOn: null,
  state: 'Holds',
  grantedBy: null,
  delegatedBy: null,
};

test('a role says its place, its last day and whose rights it is', () => {
  expect(grantWords(grant)).toBe('Координатор: Елабужский район');
  expect(
    grantWords({ ...grant, fromOn: '2021-09-06', toOn: '2021-09-19', delegatedBy: { id: '2', name: 'Коллега' } }),
  ).toBe('Координатор: Елабужский район, до 19.09.2021, вместо: Коллега');
  expect(grantWords({ ...grant, state: 'Ahead', fromOn: '2021-10-01' })).toContain('с 01.10.2021');
});

test('days are told from both ends, or as endless', () => {
  expect(dayWords(grant)).toBe('Бессрочно');
  expect(dayWords({ fromOn: '2021-09-01', toOn: '2022-08-31' })).toBe('с 01.09.2021 до 31.08.2022');
});

test('a school is told with its municipality, and a link is an address of this site', () => {
  expect(placeWords({ ...grant.place, kind: 'school', name: 'СОШ № 2', municipality: 'Елабужский район' })).toBe(
    'СОШ № 2, Елабужский район',
  );
  expect(addressOf('/join#abc')).toMatch(/^https?:\/\/.+\/join#abc$/);
});
