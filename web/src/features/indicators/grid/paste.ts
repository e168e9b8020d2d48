import type { GridColumn } from '@/api/gen/types.gen';
import { cellKey, type Line, type Spot } from './model';
import { ru } from './ru';
import type { GridStore } from './store';
import { faultOf, isMissing } from './typed';

export interface Planned {
  key: string;
  spot: Spot;
  before: string;
  text: string;
  verdict: 'accepted' | 'refused' | 'unchanged';
  /** Why it is refused. */
  why: string;
}

export interface PastePlan {
  rows: Planned[][];
  accepted: Planned[];
  refused: number;
  unchanged: number;
  /** Cells of the block beyond the edge of the grid. */
  outside: number;
}

/** Lays a block over the grid from a cell on: lines down as they are shown, the facts of periods across. Nothing is written yet. */
export function planPaste(
  block: readonly (readonly string[])[],
  lines: readonly Line[],
  columns: readonly GridColumn[],
  start: string,
  store: Pick<GridStore, 'cell' | 'text'>,
): PastePlan {
  const row = lines.findIndex((line) => columns.some(({ period }) => cellKey(line, period) === start));
  const column = columns.findIndex(({ period }) => lines.some((line) => cellKey(line, period) === start));
  let outside = 0;
  const rows = block.flatMap((texts, down) => {
    const line = lines[row + down];
    const planned = texts.flatMap((text, across) => {
      const at = columns[column + across];
      if (!line || !at) {
        if (text) outside += 1;
        return [];
      }
      return [plan({ line, column: at }, text, store)];
    });
    return planned.length > 0 ? [planned] : [];
  });
  const all = rows.flat();
  return {
    rows,
    accepted: all.filter(({ verdict }) => verdict === 'accepted'),
    refused: all.filter(({ verdict }) => verdict === 'refused').length,
    unchanged: all.filter(({ verdict }) => verdict === 'unchanged').length,
    outside,
  };
}

function plan(spot: Spot, text: string, store: Pick<GridStore, 'cell' | 'text'>): Planned {
  const { line, column } = spot;
  const key = cellKey(line, column.period);
  const before = store.text(key);
  const wanted = isMissing(text, line.indicator.unit) ? '' : text;
  const told = (verdict: Planned['verdict'], why = ''): Planned => ({ key, spot, before, text: wanted, verdict, why });
  if (wanted === before) return told('unchanged');
  const lock = store.cell(key)?.saved.lock;
  if (lock) return told('refused', lock.message);
  const fault = faultOf(line.indicator, wanted);
  return fault
    ? told('refused', [fault.message, fault.allowed && ru.allowed(fault.allowed)].filter(Boolean).join('. '))
    : told('accepted');
}
