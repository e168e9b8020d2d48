import type { CellFault, CellTarget, GridCell, IndicatorUnit, TargetWrite } from '@/api/gen/types.gen';
import { type Field, yearBefore } from './model';
import { isMissing } from './typed';

/** What the server holds of one cell, be it a value, a target or its start. */
export interface Held {
  /** As somebody would type it; null when there is nothing. */
  input: string | null;
  version: number;
  /** Why it cannot be written; null when it can. */
  lock: CellFault | null;
  /** What is worth a second look. */
  warning: CellFault | null;
}

/** A number as somebody would type it. */
export function inputOf(number: number | null | undefined, unit: IndicatorUnit): string | null {
  if (number == null) return null;
  return unit === 'YesNo' ? (number === 1 ? 'да' : 'нет') : String(number).replace('.', ',');
}

export function heldOf(cell: GridCell, field: Field, unit: IndicatorUnit): Held {
  if (field === 'fact') return cell;
  const { target, targetLock: lock } = cell;
  return {
    input: inputOf(field === 'target' ? target?.number : target?.baseline, unit),
    version: target?.version ?? 0,
    lock,
    warning: field === 'target' ? doubtOf(target) : null,
  };
}

/** All doubts as one; that a start is missing is the least of them. */
function doubtOf(target: CellTarget | null): CellFault | null {
  const doubts = target?.doubts ?? [];
  const [first] = doubts;
  if (!first) return null;
  const gravest = doubts.find(({ code }) => code !== 'baseline-missing') ?? first;
  return { ...gravest, message: doubts.map(({ message }) => message).join('. ') };
}

interface Change {
  period: string;
  unit: IndicatorUnit;
  /** The target as the server was last heard to hold it. */
  saved: CellTarget | null;
  /** What was typed of it; undefined where nothing was. */
  target: string | undefined;
  base: string | undefined;
  /** What stood there before, when a step is taken back. */
  former: CellTarget | null;
}

/** Target and start are one thing for the server: what was not typed stays, and what was taken away comes back whole. */
export function targetWrite(change: Change): Omit<TargetWrite, 'indicatorId' | 'period' | 'version'> {
  const { period, unit, saved, former } = change;
  const back = saved === null ? former : null;
  const target = change.target ?? inputOf(saved?.number, unit) ?? '';
  if (isMissing(target, unit)) return { target: null };
  const base = change.base ?? (back ? (inputOf(back.baseline, unit) ?? undefined) : undefined);
  const start =
    base === undefined
      ? {}
      : isMissing(base, unit)
        ? { baseline: { text: '–' } }
        : {
            baseline: { text: base },
            baselinePeriod: former?.baselinePeriod ?? saved?.baselinePeriod ?? yearBefore(period),
          };
  return { target: { text: target }, ...start, ...(back ? { note: back.note ?? '' } : {}) };
}
