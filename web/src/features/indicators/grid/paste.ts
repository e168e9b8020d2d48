import { cellKey, type Line, type Spot, type Track } from './model';
import { ru } from './ru';
import type { GridStore } from './store';
import { faultOf, isMissing } from './typed';

export interface Planned {
  key: string;
  spot: Spot;
  before: string;
  text: string;
  verdict: 'accepted' | 'refused' | 'unchanged';
  /** Why it is refused, or what goes with it. */
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

type Held = Pick<GridStore, 'cell' | 'text' | 'spot'>;

/** Lays a block over the grid from a cell on, as the grid is shown: lines down, cells of periods across. Nothing is written yet. */
export function planPaste(
  block: readonly (readonly string[])[],
  lines: readonly Line[],
  tracks: readonly Track[],
  start: string,
  store: Held,
): PastePlan {
  const first = store.spot(start);
  const row = lines.findIndex((line) => line.key === first?.line.key);
  const track = tracks.findIndex(({ column, field }) => column.id === first?.column.id && field === first.field);
  let outside = 0;
  const rows = block.flatMap((texts, down) => {
    const line = lines[row + down];
    const planned = texts.flatMap((text, across) => {
      const at = tracks[track + across];
      if (!line || !at) {
        if (text) outside += 1;
        return [];
      }
      return [plan({ line, ...at }, text, store)];
    });
    return planned.length > 0 ? [planned.map((cell) => withTarget(cell, planned, store))] : [];
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

function plan(spot: Spot, text: string, store: Held): Planned {
  const { line, column, field } = spot;
  const key = cellKey(line, column.period, field);
  const before = store.text(key);
  const wanted = isMissing(text, line.indicator.unit) ? '' : text;
  const told = (verdict: Planned['verdict'], why = ''): Planned => ({ key, spot, before, text: wanted, verdict, why });
  if (wanted === before) return told('unchanged');
  const state = store.cell(key);
  if (!state) return told('refused', ru.paste.wholeOnly);
  if (state.held.lock) return told('refused', state.held.lock.message);
  const fault = faultOf(line.indicator, wanted);
  return fault
    ? told('refused', [fault.message, fault.allowed && ru.allowed(fault.allowed)].filter(Boolean).join('. '))
    : told('accepted');
}

/** A start is kept beside its target: there is none without, and it goes with it. */
function withTarget(cell: Planned, row: readonly Planned[], store: Held): Planned {
  const { line, column, field } = cell.spot;
  if (cell.verdict !== 'accepted') return cell;
  const of = (other: 'base' | 'target') => {
    const key = cellKey(line, column.period, other);
    const planned = row.find((one) => one.key === key);
    return planned?.verdict === 'accepted' ? planned.text : store.text(key);
  };
  if (field === 'base' && cell.text && !of('target')) return { ...cell, verdict: 'refused', why: ru.targetFirst };
  if (field === 'target' && !cell.text && of('base')) return { ...cell, why: ru.paste.baseGoes(of('base')) };
  return cell;
}
