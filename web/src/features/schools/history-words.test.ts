import { expect, test } from 'vitest';
import { actionWords, knownChanges, valueWords } from './history-words';

const names = { municipality: (code: string) => `МО ${code}`, category: (value: string) => `кат. ${value}` };

test('a change is told by what it was done to', () => {
  expect(actionWords({ thing: 'School', action: 'created' })).toBe('Школа добавлена');
  expect(actionWords({ thing: 'CohortMember', action: 'created' })).toBe('Вошла в список поддержки');
  expect(actionWords({ thing: 'Elsewhere', action: 'unheard' })).toBe('Изменение');
});

test('values are told in words, days as people write them', () => {
  expect(valueWords('kind', 'Secondary', names)).toBe('СОШ');
  expect(valueWords('enteredOn', '2020-02-03', names)).toBe('03.02.2020');
  expect(valueWords('municipalityCode', '92626000', names)).toBe('МО 92626000');
  expect(valueWords('category', 'Both', names)).toBe('кат. Both');
  expect(valueWords('pupils', null, names)).toBe('–');
});

test('fields that no one knows are left out', () => {
  const changes = [
    { field: 'pupils', from: '1', to: '2' },
    { field: 'searchName', from: 'а', to: 'б' },
  ];
  expect(knownChanges(changes).map(({ field }) => field)).toEqual(['pupils']);
});
