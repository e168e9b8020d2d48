import type { GridCell, GridIndicator } from '@/api/gen/types.gen';
import { formatNumber } from '@/lib/format';
import { ru } from './ru';
import type { CellState } from './store';

export type SayKind =
  | 'conflict'
  | 'invalid'
  | 'failed'
  | 'saving'
  | 'warning'
  | 'achieved'
  | 'missed'
  | 'unknown'
  | 'locked'
  | 'saved'
  | 'none';

export interface Say {
  kind: SayKind;
  /** Stands in the cell. */
  word: string;
  /** The whole of it: told beneath the grid, and to screen readers. */
  full: string;
}

/** What a cell says of itself: the most pressing thing first. */
export function sayOf({ saved, phase, fault, fresh, by }: CellState): Say {
  const { states } = ru;
  const why = fault ? `: ${fault.message}${fault.allowed ? `. ${ru.allowed(fault.allowed)}` : ''}` : '';
  if (phase === 'conflict')
    return { kind: 'conflict', word: states.conflict, full: `${states.conflict}${by ? ` (${by})` : ''}` };
  if (phase === 'invalid') return { kind: 'invalid', word: states.invalid, full: `${states.invalid}${why}` };
  if (phase === 'failed') return { kind: 'failed', word: states.failed, full: fault?.message ?? states.failed };
  if (phase === 'saving') return { kind: 'saving', word: states.saving, full: states.saving };
  if (saved.warning)
    return { kind: 'warning', word: states.warning, full: `${states.warning}: ${saved.warning.message}` };
  const lock = saved.lock ? saved.lock.message : '';
  const judged = judgement(saved);
  if (judged) return { ...judged, full: [judged.word, fresh ? states.saved : '', lock].filter(Boolean).join('. ') };
  if (saved.lock) return { kind: 'locked', word: ru.locks[saved.lock.code] ?? ru.locked, full: lock };
  return fresh ? { kind: 'saved', word: states.saved, full: states.saved } : { kind: 'none', word: '', full: '' };
}

function judgement({ achievement, lock }: GridCell): { kind: SayKind; word: string } | null {
  if (achievement === 'Achieved') return { kind: 'achieved', word: ru.achievements.Achieved };
  if (achievement === 'NotAchieved') return { kind: 'missed', word: ru.achievements.NotAchieved };
  // A cell that is still to be filled needs no verdict: only one that cannot be is told so.
  return achievement === 'NoValue' && lock ? { kind: 'unknown', word: ru.achievements.NoValue } : null;
}

/** The per cent of «12/43», which nobody should have to count; nothing of other values. */
export function percentOf(cell: GridCell, indicator: GridIndicator): string {
  if (cell.numerator === null || cell.denominator === null || cell.number === null) return '';
  // Only an exact one goes whole: «40 %», but «27,0 %».
  const least = (cell.numerator * 100) % cell.denominator === 0 ? 0 : indicator.decimals;
  return `${formatNumber(cell.number, indicator.decimals, least)}\u00a0%${cell.small ? '*' : ''}`;
}
