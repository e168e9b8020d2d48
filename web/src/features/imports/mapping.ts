import type { ImportKind, ImportPreview, MappableField, MappingSpec, SeriesSpec } from '@/api/gen/types.gen';

/** One result of a row, with nothing left out. */
export type Series = Required<SeriesSpec>;

/** A mapping with nothing left out, as the wizard edits it. */
export type Mapping = Required<Omit<MappingSpec, 'series'>> & { series: Series[] };

export function complete(spec: MappingSpec, preview: Pick<ImportPreview, 'sheet' | 'headerRow' | 'firstRow'>): Mapping {
  return {
    sheet: spec.sheet ?? preview.sheet,
    headerRow: spec.headerRow ?? preview.headerRow,
    firstRow: spec.firstRow ?? preview.firstRow,
    constants: spec.constants ?? {},
    columns: spec.columns ?? {},
    wholeStaffOn: spec.wholeStaffOn ?? null,
    series: (spec.series ?? []).map(({ constants = {}, columns = {} }) => ({ constants, columns })),
  };
}

/** What a column means: a field of every result of its row (`series` null) or of one of several results. */
export interface ColumnRole {
  field: string;
  series: number | null;
}

/** Fields that make a result worth keeping; the others only say whose and which it is. */
export const valueFields = [
  'mean',
  'participants',
  'belowThreshold',
  'mark2',
  'mark3',
  'mark4',
  'mark5',
  'percent2',
  'percent3',
  'percent4',
  'percent5',
  'numerator',
  'denominator',
  'percent',
  'value',
];
const ownerFields = ['schoolCode', 'schoolName', 'placeCode'];
const schoolFields = ['schoolCode', 'schoolName'];
const personFields = ['fullName', 'surname'];
const indicatorFields = ['indicatorCode', 'indicatorName'];
/** What alone says nothing: participants without a result, a denominator without its numerator. */
const companions = ['participants', 'denominator'];

function keyOf(columns: Record<string, string>, letter: string): string | undefined {
  return Object.keys(columns).find((field) => columns[field] === letter);
}

function without(record: Record<string, string>, key: string | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}

export function roleOf(spec: Mapping, letter: string): ColumnRole | null {
  const common = keyOf(spec.columns, letter);
  if (common) return { field: common, series: null };
  for (const [at, series] of spec.series.entries()) {
    const field = keyOf(series.columns, letter);
    if (field) return { field, series: at };
  }
  return null;
}

/** Gives a column its meaning; whatever column had this meaning before loses it. */
export function setRole(spec: Mapping, letter: string, role: ColumnRole | null): Mapping {
  const columns = without(spec.columns, keyOf(spec.columns, letter));
  const series = spec.series.map((item) => ({ ...item, columns: without(item.columns, keyOf(item.columns, letter)) }));
  if (!role) return { ...spec, columns, series };
  if (role.series === null) return { ...spec, columns: { ...columns, [role.field]: letter }, series };
  return {
    ...spec,
    columns,
    series: series.map((item, at) =>
      at === role.series ? { ...item, columns: { ...item.columns, [role.field]: letter } } : item,
    ),
  };
}

/** Sets a value for every row (`series` null) or for one result of each row; undefined takes it away. */
export function setConstant(spec: Mapping, series: number | null, field: string, value: string | undefined): Mapping {
  const put = (constants: Record<string, string>) =>
    value === undefined ? without(constants, field) : { ...constants, [field]: value };
  if (series === null) return { ...spec, constants: put(spec.constants) };
  return {
    ...spec,
    series: spec.series.map((item, at) => (at === series ? { ...item, constants: put(item.constants) } : item)),
  };
}

/** Turns a row of one result into a row of several: the value columns go to the first, the second is still empty. */
export function splitRow(spec: Mapping): Mapping {
  const own = Object.fromEntries(Object.entries(spec.columns).filter(([field]) => valueFields.includes(field)));
  const common = Object.fromEntries(Object.entries(spec.columns).filter(([field]) => !valueFields.includes(field)));
  return {
    ...spec,
    columns: common,
    series: [
      { constants: {}, columns: own },
      { constants: {}, columns: {} },
    ],
  };
}

export function addSeries(spec: Mapping): Mapping {
  return { ...spec, series: [...spec.series, { constants: {}, columns: {} }] };
}

/** Takes one result away; a single one left becomes the row itself again. */
export function removeSeries(spec: Mapping, at: number): Mapping {
  const series = spec.series.filter((_, index) => index !== at);
  const [last] = series;
  if (series.length !== 1 || !last) return { ...spec, series };
  return {
    ...spec,
    constants: { ...spec.constants, ...last.constants },
    columns: { ...spec.columns, ...last.columns },
    series: [],
  };
}

export type Gap =
  | { kind: 'field'; field: string; series: number | null }
  | { kind: 'owner'; series: number | null }
  | { kind: 'indicator'; series: number | null }
  | { kind: 'person' | 'staff'; series: number | null }
  | { kind: 'value'; series: number | null };

/** What the mapping still lacks: required fields, which indicator and whose result it is, and at least one value. */
export function gaps(spec: Mapping, kind: ImportKind, fields: readonly MappableField[]): Gap[] {
  const results: { series: number | null; has: (field: string) => boolean }[] =
    spec.series.length === 0
      ? [{ series: null, has: (field) => given(spec.constants, spec.columns, field) }]
      : spec.series.map((item, at) => ({
          series: at,
          has: (field) => given(spec.constants, spec.columns, field) || given(item.constants, item.columns, field),
        }));
  return results.flatMap(({ series, has }) => {
    const found: Gap[] = fields
      .filter((field) => field.required && !has(field.name))
      .map((field) => ({ kind: 'field', field: field.name, series }));
    if (kind === 'indicator-values' && !indicatorFields.some(has)) found.push({ kind: 'indicator', series });
    if (kind === 'teachers') {
      if (!personFields.some(has)) found.push({ kind: 'person', series });
      if (!schoolFields.some(has)) found.push({ kind: 'staff', series });
    }
    if (kind === 'exam-results' || kind === 'indicator-values') {
      if (!ownerFields.some(has)) found.push({ kind: 'owner', series });
      if (!valueFields.some((field) => !companions.includes(field) && has(field)))
        found.push({ kind: 'value', series });
    }
    return found;
  });
}

/** Offers an empty value for every required field that no column holds, so that one sees what is still to be said. */
export function offerMissing(spec: Mapping, kind: ImportKind, fields: readonly MappableField[]): Mapping {
  const missing = gaps(spec, kind, fields).flatMap((gap) => (gap.kind === 'field' ? [gap.field] : []));
  const offered = Object.fromEntries(missing.map((field) => [field, '']));
  return { ...spec, constants: { ...offered, ...spec.constants } };
}

/** What is sent: values left empty are not said at all. */
export function said(spec: Mapping): Mapping {
  const filled = (constants: Record<string, string>) =>
    Object.fromEntries(Object.entries(constants).filter(([, value]) => value.trim() !== ''));
  return {
    ...spec,
    constants: filled(spec.constants),
    series: spec.series.map((item) => ({ ...item, constants: filled(item.constants) })),
  };
}

function given(constants: Record<string, string>, columns: Record<string, string>, field: string): boolean {
  return Boolean(constants[field]?.trim() || columns[field]);
}

export interface ResultWords {
  constants: [field: string, value: string][];
  columns: [field: string, letter: string][];
}

/** Everything that one result of a row is made of, common parts first. */
export function partsOf(spec: Mapping, series: Series | undefined): ResultWords {
  return {
    constants: Object.entries({ ...spec.constants, ...series?.constants }),
    columns: Object.entries({ ...spec.columns, ...series?.columns }),
  };
}
