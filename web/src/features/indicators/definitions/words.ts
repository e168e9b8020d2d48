import type { DefinitionDetails, IndicatorSummary } from '@/api/gen/types.gen';
import { formatDay } from '@/lib/format';
import {
  aggregationNames,
  breakdownNames,
  card,
  directionNames,
  form,
  levelNames,
  periodNames,
  ru,
  sourceNames,
  unitNames,
} from './ru';

/** «Доля, % · Чем меньше, тем лучше · Считается по формуле · Календарный год»: an indicator in one line. */
export function aboutWords(indicator: IndicatorSummary): string[] {
  const { unit, direction, level, periodKind, enteredBy } = indicator;
  const whose = level === 'School' ? [] : [`${ru.fields.level}: ${levelNames[level].toLowerCase()}`];
  return [unitNames[unit], directionNames[direction], sourceNames[enteredBy], periodNames[periodKind], ...whose];
}

/** From when to when a definition is, or was, in force. */
export function daysWords({ validFromOn, validToOn }: DefinitionDetails): string {
  return validToOn ? card.from(formatDay(validFromOn), formatDay(validToOn)) : card.since(formatDay(validFromOn));
}

const told: readonly [string, (definition: DefinitionDetails) => string | null][] = [
  [form.fields.unit, ({ unit }) => unitNames[unit]],
  [form.fields.direction, ({ direction }) => directionNames[direction]],
  [form.fields.level, ({ level }) => levelNames[level]],
  [form.fields.periodKind, ({ periodKind }) => periodNames[periodKind]],
  [form.fields.enteredBy, ({ enteredBy }) => sourceNames[enteredBy]],
  [form.fields.aggregation, ({ aggregation }) => aggregationNames[aggregation]],
  [form.fields.breakdown, ({ breakdown }) => breakdownNames[breakdown]],
  [card.facts.range, ({ range }) => range],
  [form.fields.formula, ({ formula }) => formula],
  [form.fields.name, ({ name }) => name],
];

/** What a definition says otherwise than the one before it: «Направление: чем больше … → чем меньше …». */
export function differences(now: DefinitionDetails, before: DefinitionDetails): string[] {
  return told
    .filter(([, words]) => words(now) !== words(before))
    .map(([field, words]) => `${field}: ${words(before) ?? '–'} → ${words(now) ?? '–'}`);
}

/** Rows under their headings, in the order in which they come. */
export function byGroup<Row extends { group: string }>(rows: readonly Row[]): [string, Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return [...groups];
}
