import type { CellFault, GridCell, IndicatorGrid } from '@/api/gen/types.gen';
import { type Held, heldOf } from './held';
import { type Field, linesOf, type Spot, spotsOf } from './model';

export type Phase = 'rest' | 'saving' | 'failed' | 'invalid' | 'conflict';

export interface CellState {
  field: Field;
  /** What the server holds of the period, as last heard. */
  saved: GridCell;
  /** What it holds of this very cell. */
  held: Held;
  /** What was typed and is not saved; null when there is nothing of the kind. */
  draft: string | null;
  phase: Phase;
  fault: CellFault | null;
  /** Who changed it meanwhile. */
  by: string | null;
  /** Saved on this visit. */
  fresh: boolean;
}

/** Every cell of a grid as it stands; each listens to itself alone. */
export class CellStates {
  protected readonly cells = new Map<string, CellState>();
  protected spots: Map<string, Spot> = new Map();
  private readonly listeners = new Map<string, Set<() => void>>();

  constructor(grid: IndicatorGrid) {
    this.load(grid);
  }

  /** Takes what the server holds now; what was typed and is not saved stays. */
  load(grid: IndicatorGrid): void {
    this.spots = spotsOf(linesOf(grid), grid.columns);
    const places = new Map(grid.columns.map(({ id }, at) => [id, at]));
    for (const [key, { line, column, field }] of this.spots) {
      const saved = line.part.cells[places.get(column.id) ?? -1];
      if (!saved) continue;
      const known = this.cells.get(key);
      const held = heldOf(saved, field, line.indicator.unit);
      const rest = { draft: null, phase: 'rest', fault: null, by: null, fresh: false } as const;
      if (!known) this.cells.set(key, { field, saved, held, ...rest });
      else if (known.saved !== saved && known.draft === null) this.set(key, { saved });
    }
  }

  cell = (key: string): CellState | undefined => this.cells.get(key);
  spot = (key: string): Spot | undefined => this.spots.get(key);
  /** What stands in the input. */
  text = (key: string): string => this.cells.get(key)?.draft ?? this.cells.get(key)?.held.input ?? '';

  listen = (key: string, listener: () => void): (() => void) => {
    const all = this.listeners.get(key) ?? new Set();
    this.listeners.set(key, all.add(listener));
    return () => all.delete(listener);
  };

  protected set(key: string, change: Partial<CellState>): void {
    const state = this.cells.get(key);
    if (!state) return;
    const unit = this.spots.get(key)?.line.indicator.unit;
    const held = change.saved && unit ? heldOf(change.saved, state.field, unit) : state.held;
    this.cells.set(key, { ...state, held, ...change });
    for (const listener of this.listeners.get(key) ?? []) listener();
  }
}
