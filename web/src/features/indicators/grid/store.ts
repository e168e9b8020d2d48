import type { CellFault, CellResult, CellWrite, GridCell, IndicatorGrid } from '@/api/gen/types.gen';
import { type Problem, toProblem } from '@/api/problem';
import { cellKey, type Line, linesOf, type Spot, spotsOf } from './model';
import { ru } from './ru';
import { faultOf, isMissing } from './typed';

export type Phase = 'rest' | 'saving' | 'failed' | 'invalid' | 'conflict';

export interface CellState {
  /** What the server holds, as last heard. */
  saved: GridCell;
  /** What was typed and is not saved; null when there is nothing of the kind. */
  draft: string | null;
  phase: Phase;
  fault: CellFault | null;
  /** Who changed it meanwhile. */
  by: string | null;
  /** Saved on this visit. */
  fresh: boolean;
}

export interface Summary {
  unsaved: readonly string[];
  conflicts: readonly string[];
  failed: readonly string[];
  saving: boolean;
  /** What the last step put in, to be taken back. */
  undo: { cells: number; block: boolean } | null;
}

export type Send = (cells: CellWrite[]) => Promise<CellResult[]>;

interface Former {
  key: string;
  text: string;
  comment: string | null;
}

const nothing: Summary = { unsaved: [], conflicts: [], failed: [], saving: false, undo: null };
const mostAtOnce = 1_440;
const retryAfter = 10_000;

/**
 * What is typed into one place's grid until the server has it. A store of its own, because 1,440 cells may not be drawn again for a
 * letter: each cell listens to itself alone, and texts stay in their inputs until they are committed.
 */
export class GridStore {
  private readonly cells = new Map<string, CellState>();
  private readonly listeners = new Map<string, Set<() => void>>();
  private readonly summaryListeners = new Set<() => void>();
  private readonly queue = new Set<string>();
  private readonly steps: { cells: Former[]; block: boolean }[] = [];
  private spots: Map<string, Spot> = new Map();
  private flight: Promise<void> | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private told: Summary = nothing;

  constructor(
    grid: IndicatorGrid,
    private readonly send: Send,
  ) {
    this.load(grid);
  }

  /** Takes what the server holds now; what was typed and is not saved stays. */
  load(grid: IndicatorGrid): void {
    const lines: Line[] = linesOf(grid);
    this.spots = spotsOf(lines, grid.columns);
    for (const line of lines) {
      grid.columns.forEach((column, at) => {
        const saved = line.part.cells[at];
        if (!saved) return;
        const key = cellKey(line, column.period);
        const known = this.cells.get(key);
        if (!known) this.cells.set(key, { saved, draft: null, phase: 'rest', fault: null, by: null, fresh: false });
        else if (known.saved !== saved && known.draft === null) this.set(key, { saved });
      });
    }
  }

  cell = (key: string): CellState | undefined => this.cells.get(key);
  spot = (key: string): Spot | undefined => this.spots.get(key);
  summary = (): Summary => this.told;
  /** What stands in the input. */
  text = (key: string): string => this.cells.get(key)?.draft ?? this.cells.get(key)?.saved.input ?? '';

  listen = (key: string, listener: () => void): (() => void) => {
    const all = this.listeners.get(key) ?? new Set();
    this.listeners.set(key, all.add(listener));
    return () => all.delete(listener);
  };

  listenToSummary = (listener: () => void): (() => void) => {
    this.summaryListeners.add(listener);
    return () => this.summaryListeners.delete(listener);
  };

  /** Commits what was typed into one cell. */
  put(key: string, text: string): void {
    this.putAll([{ key, text }], false);
  }

  /** Commits a block; one undo takes all of it back. */
  putAll(changes: readonly { key: string; text: string; comment?: string | null }[], block: boolean): void {
    const former = changes
      .filter(({ key, text }) => text.trim() !== this.text(key).trim())
      .map(({ key }): Former => ({ key, text: this.text(key), comment: this.cells.get(key)?.saved.comment ?? null }));
    if (former.length === 0) return;
    this.steps.push({ cells: former, block });
    for (const { key, text } of changes) this.commit(key, text);
    this.tell();
    void this.pump();
  }

  /** Takes the last step back. */
  undo(): string | undefined {
    const step = this.steps.pop();
    if (!step) return undefined;
    for (const { key, text, comment } of step.cells) this.commit(key, text, comment);
    this.tell();
    void this.pump();
    return step.cells[0]?.key;
  }

  /** Answers a conflict: what was typed here goes over what somebody else saved. */
  keepMine(key: string): void {
    const state = this.cells.get(key);
    if (state?.draft == null) return;
    this.commit(key, state.draft);
    this.tell();
    void this.pump();
  }

  /** Lets go of what was typed: what the server holds stands. */
  drop(key: string): void {
    this.queue.delete(key);
    this.set(key, { draft: null, phase: 'rest', fault: null, by: null });
    this.tell();
  }

  /** Says something of a value that is saved. */
  async comment(key: string, text: string): Promise<CellResult | undefined> {
    await this.flight;
    const state = this.cells.get(key);
    if (!state) return undefined;
    const [result] = await this.send([{ ...this.write(key, state.saved.input ?? ''), comment: text }]);
    if (result?.cell && result.outcome !== 'Conflict') this.set(key, { saved: result.cell, fresh: true });
    this.tell();
    return result;
  }

  /** Sends again what could not be sent. */
  sendAgain = (): void => {
    for (const key of this.told.failed) {
      this.set(key, { phase: 'saving', fault: null });
      this.queue.add(key);
    }
    this.tell();
    void this.pump();
  };

  /** Resolves when nothing is on its way. */
  async settled(): Promise<void> {
    while (this.flight) await this.flight;
  }

  dispose(): void {
    clearTimeout(this.retry);
  }

  private commit(key: string, text: string, comment?: string | null): void {
    const state = this.cells.get(key);
    const spot = this.spots.get(key);
    if (!state || !spot) return;
    const typed = text.trim();
    this.queue.delete(key);
    const same =
      typed === (state.saved.input ?? '') || (isMissing(typed, spot.line.indicator.unit) && state.saved.input === null);
    // A cell on its way must still be told to go back.
    if (same && state.phase !== 'saving') {
      this.set(key, { draft: null, phase: 'rest', fault: null, by: null });
      return;
    }
    const fault = faultOf(spot.line.indicator, typed);
    if (fault) {
      this.set(key, { draft: typed, phase: 'invalid', fault, by: null });
      return;
    }
    if (comment) this.comments.set(key, comment);
    this.set(key, { draft: typed, phase: 'saving', fault: null, by: null });
    this.queue.add(key);
  }

  private readonly comments = new Map<string, string>();

  private write(key: string, text: string): CellWrite {
    const { line, column } = this.spots.get(key) as Spot;
    const comment = this.comments.get(key);
    return {
      indicatorId: line.indicator.id,
      period: column.period,
      breakdown: line.part.breakdown,
      value: isMissing(text, line.indicator.unit) ? null : { text },
      version: this.cells.get(key)?.saved.version ?? 0,
      ...(comment === undefined ? {} : { comment }),
    };
  }

  /** One request at a time: the next one must know the versions that this one makes. */
  private pump(): Promise<void> {
    if (!this.flight && this.queue.size > 0) {
      this.flight = this.sendBatch().finally(() => {
        this.flight = null;
        this.tell();
        void this.pump();
      });
      this.tell();
    }
    return this.flight ?? Promise.resolve();
  }

  private async sendBatch(): Promise<void> {
    clearTimeout(this.retry);
    const keys = [...this.queue].slice(0, mostAtOnce);
    for (const key of keys) this.queue.delete(key);
    const sent = keys.map((key) => this.text(key));
    try {
      const results = await this.send(keys.map((key, at) => this.write(key, sent[at] ?? '')));
      keys.forEach((key, at) => {
        this.comments.delete(key);
        const result = results[at];
        if (result) this.settle(key, sent[at] ?? '', result);
      });
    } catch (error) {
      this.fail(keys, toProblem(error));
    }
  }

  private settle(key: string, sent: string, { outcome, cell, faults, changedByName }: CellResult): void {
    const state = this.cells.get(key);
    if (!state) return;
    const saved = cell ?? state.saved;
    // Typed again meanwhile: the newer text is judged by its own answer.
    if (state.draft !== sent) {
      this.set(key, { saved });
      return;
    }
    const fault = faults[0] ?? null;
    if (outcome === 'Conflict') this.set(key, { saved, phase: 'conflict', fault, by: changedByName });
    else if (outcome === 'Invalid' || outcome === 'Locked') this.set(key, { saved, phase: 'invalid', fault });
    else this.set(key, { saved, draft: null, phase: 'rest', fault: null, by: null, fresh: true });
  }

  private fail(keys: readonly string[], problem: Problem): void {
    const fault = { code: problem.code, message: `${ru.notSent}: ${problem.title}`, allowed: problem.detail ?? null };
    for (const key of keys) {
      if (!this.queue.has(key)) this.set(key, { phase: 'failed', fault });
    }
    // A lost connection comes back by itself; a refusal does not.
    if (problem.status === 0 || problem.status >= 500) this.retry = setTimeout(this.sendAgain, retryAfter);
  }

  private set(key: string, change: Partial<CellState>): void {
    const state = this.cells.get(key);
    if (!state) return;
    this.cells.set(key, { ...state, ...change });
    for (const listener of this.listeners.get(key) ?? []) listener();
  }

  private tell(): void {
    const of = (wanted: (state: CellState) => boolean) =>
      [...this.cells].filter(([, state]) => wanted(state)).map(([key]) => key);
    const last = this.steps.at(-1);
    this.told = {
      unsaved: of(({ draft }) => draft !== null),
      conflicts: of(({ phase }) => phase === 'conflict'),
      failed: of(({ phase }) => phase === 'failed'),
      saving: this.flight !== null,
      undo: last ? { cells: last.cells.length, block: last.block } : null,
    };
    for (const listener of this.summaryListeners) listener();
  }
}
