import type {
  FigureDetails,
  IndicatorFigures,
  IndicatorPanel,
  IndicatorUnit,
  PanelIndicator,
  SpreadDetails,
} from '@/api/gen/types.gen';
import { formatNumber, missing } from '@/lib/format';

type Shown = Pick<PanelIndicator, 'unit' | 'decimals'>;

/** A number of an indicator in its unit: «53,4 %», «12», «3,41». */
export function formatValue(value: number | null | undefined, { unit, decimals }: Shown): string {
  if (value == null) return missing;
  const digits = unit === 'Count' || unit === 'YesNo' ? wholeOr(value, decimals) : decimals;
  return `${formatNumber(value, digits, digits)}${unit === 'Share' ? '\u00a0%' : ''}`;
}

// A mean of counts is no count.
const wholeOr = (value: number, decimals: number) => (Number.isInteger(value) ? 0 : Math.max(1, decimals));

export function formatFigure(figure: FigureDetails | null | undefined, indicator: Shown): string {
  return formatValue(figure?.value, indicator);
}

/** «412 из 1 271», of shares whose base is known. */
export function baseOf(figure: FigureDetails | null | undefined): string | undefined {
  return figure?.numerator != null && figure.denominator != null
    ? `${formatNumber(figure.numerator)} из ${formatNumber(figure.denominator)}`
    : undefined;
}

/** Whether a mean of schools stands where the definition asks for a share of sums. */
export function isStopgap(
  figure: FigureDetails | null | undefined,
  aggregation: PanelIndicator['aggregation'],
): boolean {
  return figure?.kind === 'MeanOfSchools' && aggregation !== 'MeanOfSchools';
}

export interface PanelAnswer {
  filled: number;
  indicators: number;
  achieved: number;
  judged: number;
}

/** What the panel says in one sentence: of how many there is data, how many targets are reached. */
export function panelAnswer({ indicators, total }: Pick<IndicatorPanel, 'indicators' | 'total'>): PanelAnswer {
  const sum = (of: (figures: IndicatorFigures) => number) => total.reduce((all, figures) => all + of(figures), 0);
  const achieved = sum((figures) => figures.achieved);
  return {
    filled: total.filter(({ figure }) => figure !== null).length,
    indicators: indicators.length,
    achieved,
    judged: achieved + sum((figures) => figures.missed),
  };
}

/** Where a value lies between the least and the greatest of its column: 0 to 1; alike values stand in the middle. */
export function shade(value: number, column: readonly number[]): number {
  const least = Math.min(...column);
  const range = Math.max(...column) - least;
  return range === 0 ? 0.5 : (value - least) / range;
}

export interface Axis {
  from: number;
  to: number;
  ticks: readonly number[];
}

/** Round numbers around the values; of shares never beyond 0 and 100. */
export function axisOf(least: number, greatest: number, unit: IndicatorUnit): Axis {
  const range = greatest - least || Math.abs(greatest) || 1;
  const rough = range / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  let from = Math.floor(least / step) * step;
  let to = Math.ceil(greatest / step) * step;
  if (from === to) to = from + step;
  if (unit === 'Share') [from, to] = [Math.max(0, from), greatest <= 100 ? Math.min(100, to) : to];
  const count = Math.round((to - from) / step);
  return { from, to, ticks: Array.from({ length: count + 1 }, (_, i) => Number((from + i * step).toPrecision(12))) };
}

export interface Dot {
  x: number;
  row: number;
  value: number;
}

/** Places dots beside each other where values crowd: every dot in the lowest free row of its column. */
export function dots(values: readonly number[], { from, to }: Axis, columns: number): Dot[] {
  const filled = new Map<number, number>();
  return values.map((value) => {
    const column = Math.round(((value - from) / (to - from)) * columns);
    const row = filled.get(column) ?? 0;
    filled.set(column, row + 1);
    return { x: column / columns, row, value };
  });
}

export const spreadKeys = [
  'least',
  'lowerQuartile',
  'median',
  'upperQuartile',
  'greatest',
] as const satisfies readonly (keyof SpreadDetails)[];
