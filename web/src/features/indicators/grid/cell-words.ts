import type { CellFault, GridCell, GridIndicator } from '@/api/gen/types.gen';
import { formatNumber } from '@/lib/format';
import type { CellState } from './cell-states';
import { ru } from './ru';

export type SayKind =
  | 'conflict'
  | 'invalid'
  | 'failed'
  | 'saving'
  | 'warning'
  | 'hint'
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
export function sayOf(state: CellState): Say {
  const { field, saved, held, phase, fault, fresh, by } = state;
  const { states } = ru;
  const why = fault ? `: ${fault.message}${fault.allowed ? `. ${ru.allowed(fault.allowed)}` : ''}` : '';
  if (phase === 'conflict')
    return { kind: 'conflict', word: states.conflict, full: `${states.conflict}${by ? ` (${by})` : ''}` };
  if (fault?.code === 'baseline-without-target') return { kind: 'warning', word: states.waiting, full: fault.message };
  if (phase === 'invalid') {
    const word = field === 'fact' ? states.invalid : states.invalidShort;
    return { kind: 'invalid', word, full: `${states.invalid}${why}` };
  }
  if (phase === 'failed') return { kind: 'failed', word: states.failed, full: fault?.message ?? states.failed };
  if (phase === 'saving') return { kind: 'saving', word: states.saving, full: states.saving };
  if (held.warning) return warned(held.warning);
  const lock = held.lock ? held.lock.message : '';
  // A target that cannot be set needs no word in every cell: the heading and the line beneath the grid say why.
  if (held.lock && field !== 'fact') return { kind: 'locked', word: '', full: lock };
  const judged = field === 'fact' ? judgement(saved) : null;
  if (judged) return { ...judged, full: [judged.word, fresh ? states.saved : '', lock].filter(Boolean).join('. ') };
  if (held.lock) return { kind: 'locked', word: ru.locks[held.lock.code] ?? ru.locked, full: lock };
  return fresh ? { kind: 'saved', word: states.saved, full: states.saved } : { kind: 'none', word: '', full: '' };
}

/** What is saved and worth a second look; that the start of a target is not told is no more than a hint. */
function warned({ code, message }: CellFault): Say {
  const doubt = ru.doubts[code];
  if (doubt) return { kind: code === 'baseline-missing' ? 'hint' : 'warning', word: doubt, full: message };
  return { kind: 'warning', word: ru.states.warning, full: `${ru.states.warning}: ${message}` };
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
