import { z } from 'zod/mini';
import type { DefineIndicatorBody, IndicatorDetails, ReviseIndicatorBody } from '@/api/gen/types.gen';
import { limited, needed } from '@/lib/fields';
import { aggregationsOf, form } from './ru';
import { levels, sources } from './search';

const units = ['Share', 'Count', 'Mean', 'Points', 'YesNo'] as const;
const directions = ['HigherIsBetter', 'LowerIsBetter', 'Neutral'] as const;
const periodKinds = ['CalendarYear', 'SchoolYear', 'HalfYear', 'Quarter'] as const;
const aggregations = ['RatioOfSums', 'Sum', 'MeanOfSchools', 'Last'] as const;
const breakdowns = ['None', 'Grade', 'Subject', 'Stage'] as const;

const decimal = z
  .string()
  .check(z.refine((text) => text.trim() === '' || /^-?\d{1,9}([.,]\d{1,3})?$/.test(text.trim()), form.number));
const whole = (least: number, most: number, mayBeEmpty: boolean) =>
  z.string().check(
    z.refine(
      (text) => {
        if (text.trim() === '') return mayBeEmpty;
        return /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
      },
      form.whole(least, most),
    ),
  );

const shape = z.object({
  name: needed(form.required, 400),
  group: needed(form.required, 200),
  number: whole(1, 9999, true),
  unit: z.enum(units),
  direction: z.enum(directions),
  level: z.enum(levels),
  periodKind: z.enum(periodKinds),
  enteredBy: z.enum(sources),
  aggregation: z.enum(aggregations),
  breakdown: z.enum(breakdowns),
  formula: limited(2000),
  method: limited(4000),
  min: decimal,
  max: decimal,
  decimals: whole(0, 3, false),
  warnChangePercent: whole(1, 1000, true),
  setId: z.nullable(z.string()),
  code: z.string(),
  validFromOn: z.nullable(z.string()),
});

/** What the form holds, as typed. */
export type DefinitionValues = z.infer<typeof shape>;
export type DefinitionField = keyof DefinitionValues;

const given = (value: string | null) => value !== null && value.trim() !== '';

/** A new indicator also takes its set, code and first day. */
export const definitionSchema = (isNew: boolean) =>
  shape.check(
    z.refine(({ enteredBy, formula }) => enteredBy !== 'Formula' || given(formula), {
      path: ['formula'],
      error: form.required,
    }),
    z.refine(({ setId }) => !isNew || given(setId), { path: ['setId'], error: form.required }),
    z.refine(({ validFromOn }) => !isNew || given(validFromOn), { path: ['validFromOn'], error: form.required }),
    z.refine(({ code }) => !isNew || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(code.trim()), {
      path: ['code'],
      error: form.codeWrong,
    }),
  );

export const blank: DefinitionValues = {
  name: '',
  group: '',
  number: '',
  unit: 'Share',
  direction: 'HigherIsBetter',
  level: 'School',
  periodKind: 'CalendarYear',
  enteredBy: 'School',
  aggregation: 'RatioOfSums',
  breakdown: 'None',
  formula: '',
  method: '',
  min: '',
  max: '',
  decimals: '1',
  warnChangePercent: '40',
  setId: null,
  code: '',
  validFromOn: null,
};

const shown = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
const typed = (value: number | null | undefined) => shown(value).replace('.', ',');

export function valuesOf(indicator: IndicatorDetails): DefinitionValues {
  return {
    name: indicator.name,
    group: indicator.group,
    number: shown(indicator.number),
    unit: indicator.unit,
    direction: indicator.direction,
    level: indicator.level,
    periodKind: indicator.periodKind,
    enteredBy: indicator.enteredBy,
    aggregation: indicator.aggregation,
    breakdown: indicator.breakdown,
    formula: indicator.formula ?? '',
    method: indicator.method ?? '',
    min: typed(indicator.min),
    max: typed(indicator.max),
    decimals: shown(indicator.decimals),
    warnChangePercent: shown(indicator.warnChangePercent),
    setId: indicator.set.id,
    code: indicator.code,
    validFromOn: null,
  };
}

const optional = (text: string) => text.trim() || null;
const number = (text: string) => (text.trim() === '' ? null : Number(text.trim().replace(',', '.')));

/** The definition as it is sent. A formula left over from another choice is not. */
export function revision(values: DefinitionValues): ReviseIndicatorBody {
  return {
    name: values.name.trim(),
    group: values.group.trim(),
    number: number(values.number),
    unit: values.unit,
    direction: values.direction,
    level: values.level,
    periodKind: values.periodKind,
    enteredBy: values.enteredBy,
    aggregation: values.aggregation,
    breakdown: values.breakdown,
    formula: values.enteredBy === 'Formula' ? optional(values.formula) : null,
    method: optional(values.method),
    min: number(values.min),
    max: number(values.max),
    decimals: Number(values.decimals),
    warnChangePercent: number(values.warnChangePercent),
    validFromOn: values.validFromOn,
  };
}

export function definition(values: DefinitionValues): DefineIndicatorBody {
  const { validFromOn, ...rest } = revision(values);
  return { ...rest, setId: values.setId ?? '', code: values.code.trim(), validFromOn: validFromOn ?? '' };
}

const meaning = [
  'unit',
  'direction',
  'level',
  'periodKind',
  'enteredBy',
  'aggregation',
  'breakdown',
  'min',
  'max',
  'formula',
] as const satisfies readonly DefinitionField[];

/** Whether values mean something else than before, so that a new version is needed. */
export function isRedefined(now: DefinitionValues, before: DefinitionValues): boolean {
  const [sent, was] = [revision(now), revision(before)];
  return meaning.some((field) => sent[field] !== was[field]);
}

/** Another unit brings its usual total, unless the chosen one fits. */
export function fitting(unit: DefinitionValues['unit'], aggregation: DefinitionValues['aggregation']) {
  const allowed = aggregationsOf[unit];
  return allowed.includes(aggregation) ? aggregation : (allowed[0] ?? aggregation);
}
