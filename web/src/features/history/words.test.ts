import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { actions, fields, silent, things } from './ru';
import { actionKeys, thingKeys } from './search';
import { actionWords, shownChanges, valueWords } from './words';

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
  expect([...thingKeys]).toEqual(Object.keys(things));
  expect([...actionKeys]).toEqual(Object.keys(actions));
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
  expect(valueWords('functions', 'Analytical, Methodical', names)).toBe('аналитическая, методическая');
  expect(valueWords('requiresSecondFactor', 'True', names)).toBe('обязателен');
  expect(valueWords('pupils', null, names)).toBe('–');
  expect(valueWords('targetThousandths', '52500', names)).toBe('52,5');
  expect(valueWords('state', 'Returned', names, 'IndicatorReport')).toBe('возвращён');
  expect(
    valueWords('definition', 'Share, LowerIsBetter, School, CalendarYear, Formula, RatioOfSums: marks(VPR)', names),
  ).toBe(
    'доля, чем меньше, тем лучше, показатель школы, календарный год, по формуле, сумма числителей к сумме знаменателей: marks(VPR)',
  );
  expect(valueWords('state', 'Open', names)).toBe('действует');
  expect(valueWords('state', 'Open', names, 'Recommendation')).toBe('в работе');
});

test('fields without a word are shown as they came; copies for the machine are left out', () => {
  const changes = [
    { field: 'pupils', from: '1', to: '2' },
    { field: 'unheard', from: null, to: '3' },
    { field: 'searchName', from: 'а', to: 'б' },
  ];
  expect(shownChanges(changes).map(({ field }) => field)).toEqual(['pupils', 'unheard']);
});

/** Properties that the history writes, read from the entities themselves. */
function historied(): string[] {
  const domain = resolve(__dirname, '../../../../api/Domain');
  const told = readdirSync(domain, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.cs'))
    .map((name) => readFileSync(resolve(domain, name), 'utf8'))
    .filter((text) => /class \w+ : [^\n]*IHistoried/.test(text));
  return told.flatMap((text) =>
    [...text.matchAll(/public (?!static)[^\n=(]* (\w+) \{ get; (?:private )?(?:set|init); \}/g)].map(
      ([, name = '']) => name,
    ),
  );
}

/** Columns that the server itself leaves out. */
const unwritten = [
  ...(
    readFileSync(resolve(__dirname, '../../../../api/Persistence/ChangeLog.cs'), 'utf8').match(
      /Silent =\s*\[([^\]]*)\]/,
    )?.[1] ?? ''
  ).matchAll(/"(\w+)"/g),
].map(([, name = '']) => name);

test('every property that the history keeps has its word', () => {
  const written = historied().filter((name) => !unwritten.includes(name));
  expect(written).toEqual(expect.arrayContaining(['LeastPupils', 'ShortName', 'RevokeReason', 'ResultsYear']));
  const worded = new Set([...Object.keys(fields), ...silent]);
  expect(
    written.map((name) => name.charAt(0).toLowerCase() + name.slice(1)).filter((name) => !worded.has(name)),
  ).toEqual([]);
});
