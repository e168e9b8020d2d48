import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { actions, things } from './ru';
import { actionWords, knownChanges, valueWords } from './words';

const names = { municipality: (code: string) => `МО ${code}`, category: (value: string) => `кат. ${value}` };

/** The members of an enumeration as the contract lists them. */
function membersOf(schema: string): string[] {
  const contract = readFileSync(resolve(__dirname, '../../../../openapi.yaml'), 'utf8');
  const from = contract.indexOf(`\n    ${schema}:\n`);
  const block = contract.slice(from + 1).split(/\n {4}\w/)[0] ?? '';
  return [...((block.split('enum:')[1] ?? '').split(/\n {6}\w/)[0]?.matchAll(/- '?([\w-]+)'?/g) ?? [])].map(
    ([, member = '']) => member,
  );
}

test('every thing and every action of the contract has its words', () => {
  expect(membersOf('ChangedThing')).toContain('School');
  expect(Object.keys(things)).toEqual(expect.arrayContaining(membersOf('ChangedThing')));
  expect(membersOf('ChangeAction')).toContain('revised');
  expect(Object.keys(actions)).toEqual(expect.arrayContaining(membersOf('ChangeAction')));
});

test('a change is told by what it was done to; the unknown is shown as it came', () => {
  expect(actionWords({ thing: 'School', action: 'created' })).toBe('Школа добавлена');
  expect(actionWords({ thing: 'CohortMember', action: 'created' })).toBe('Вошла в список поддержки');
  expect(actionWords({ thing: 'Organisation', action: 'revised' })).toBe('Организация: изменение сведений');
  expect(actionWords({ thing: 'Elsewhere', action: 'unheard' })).toBe('Elsewhere: unheard');
});

test('values are told in words, days as people write them', () => {
  expect(valueWords('kind', 'Secondary', names)).toBe('СОШ');
  expect(valueWords('enteredOn', '2020-02-03', names)).toBe('03.02.2020');
  expect(valueWords('revokedAt', '2020-02-03T10:00:00Z', names)).toBe('03.02.2020');
  expect(valueWords('municipalityCode', '92626000', names)).toBe('МО 92626000');
  expect(valueWords('category', 'Both', names)).toBe('кат. Both');
  expect(valueWords('permissions', 'RegistryRead, ResultsRead', names)).toBe('читать реестр, читать результаты');
  expect(valueWords('pupils', null, names)).toBe('–');
});

test('fields that no one knows are left out', () => {
  const changes = [
    { field: 'pupils', from: '1', to: '2' },
    { field: 'searchName', from: 'а', to: 'б' },
  ];
  expect(knownChanges(changes).map(({ field }) => field)).toEqual(['pupils']);
});
