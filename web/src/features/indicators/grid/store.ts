import type { CellFault, CellResult, CellWrite, GridCell, IndicatorGrid, TargetWrite } from '@/api/gen/types.gen';
import { type Problem, toProblem } from '@/api/problem';
import { type CellState, CellStates } from './cell-states';
import { targetWrite } from './held';
import { cellKey, type Field, fieldsOf, groupedBy, type Spot } from './model';
import { ru } from './ru';
import { faultOf, isMissing } from './typed';

export interface Summary {
  unsaved: readonly string[];
  conflicts: readonly string[];
  failed: readonly string[];
  saving: boolean;
  /** What the last step put in, to be taken back. */
  undo: { cells: number; block: boolean } | null;
}

/** Where values and targets are written; each answers with what became of it, in the same order. */
export interface Server {
  values: (cells: CellWrite[]) => Promise<CellResult[]>;
  targets: (targets: TargetWrite[]) => Promise<CellResult[]>;
}

interface Former {
  key: string;
  text: string;
  /** All that stood there: a comment, the start and the reason of a target go with what is emptied. */
  cell: GridCell | undefined;
  /** The version that was typed over. */
  version: number;
}

const nothing: Summary = { unsaved: [], conflicts: [], failed: [], saving: false, undo: null };
const mostAtOnce = 1_440;
const retryAfter = 10_000;
const waiting = 'baseline-without-target';

/** What the server keeps as one: a value, or a target with its start. */
const thingOf = (spot: Spot | undefined, key: string) =>
  spot && spot.field !== 'fact' ? cellKey(spot.line, spot.column.period, 'target') : key;

/**
 * What is typed into one place's grid until the server has it. A store of its own, because 1,440 cells may not be drawn again for a
 * letter: each cell listens to itself alone, and texts stay in their inputs until they are committed.
 */
export class GridStore extends CellStates {
  private readonly summaryListeners = new Set<() => void>();
  private readonly queue = new Set<string>();
  private readonly steps: { cells: Former[]; block: boolean }[] = [];
  private readonly formers = new Map<string, GridCell>();
  /** The versions that this grid itself has made last. */
  private readonly own = new Map<string, number>();
  /** Cells that are being taken back, with the versions that were typed over. */
  private readonly takenBack = new Map<string, number>();
  private flight: Promise<void> | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private told: Summary = nothing;

  constructor(
    grid: IndicatorGrid,
    private readonly server: Server,
  ) {
    super(grid);
  }

  summary = (): Summary => this.told;
  listenToSummary = (listener: () => void): (() => void) => {
    this.summaryListeners.add(listener);
    return () => this.summaryListeners.delete(listener);
  };

  /** Commits what was typed into one cell. */
  put(key: string, text: string): void {
    this.putAll([{ key, text }], false);
  }

  /** Commits a block; one undo takes all of it back. */
  putAll(changes: readonly { key: string; text: string }[], block: boolean): void {
    const former = changes
      .filter(({ key, text }) => text.trim() !== this.text(key).trim())
      .map(
        ({ key }): Former => ({ key, text: this.text(key), cell: this.cells.get(key)?.saved, version: this.held(key) }),
      );
    if (former.length === 0) return;
    this.steps.push({ cells: former, block });
    this.commitAll(changes);
  }

  /** Takes the last step back: what this grid wrote, never what somebody else has put there since. */
  undo(): string | undefined {
    const step = this.steps.pop();
    if (!step) return undefined;
    this.commitAll(step.cells, true);
    return step.cells[0]?.key;
  }

  /** Answers a conflict: what was typed here goes over what somebody else saved. */
  keepMine(key: string): void {
    const state = this.cells.get(key);
    if (state?.draft != null) this.commitAll([{ key, text: state.draft, cell: this.formers.get(key) }]);
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
    const [result] = await this.server.values([{ ...this.valueWrite([key]), comment: text }]);
    if (result?.cell && result.outcome !== 'Conflict') {
      this.set(key, { saved: result.cell, fresh: true });
      this.own.set(key, this.held(key));
    }
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

  /** Targets first: a start waits for its target. */
  private commitAll(changes: readonly (Pick<Former, 'key' | 'text'> & Partial<Former>)[], back = false): void {
    const order = (key: string) => ['target', 'base', 'fact'].indexOf(this.cells.get(key)?.field ?? 'fact');
    for (const { key, text, cell, version } of [...changes].sort((a, b) => order(a.key) - order(b.key))) {
      if (back && version !== undefined) this.takenBack.set(key, version);
      else this.takenBack.delete(key);
      this.commit(key, text, cell);
    }
    this.tell();
    void this.pump();
  }

  private commit(key: string, text: string, former?: GridCell): void {
    const state = this.cells.get(key);
    const spot = this.spots.get(key);
    if (!state || !spot) return;
    const typed = text.trim();
    const { indicator } = spot.line;
    this.queue.delete(key);
    const same = typed === (state.held.input ?? '') || (isMissing(typed, indicator.unit) && state.held.input === null);
    // A cell on its way must still be told to go back.
    if (same && state.phase !== 'saving') {
      this.set(key, { draft: null, phase: 'rest', fault: null, by: null });
      return;
    }
    const fault = faultOf(indicator, typed) ?? this.waits(spot, typed);
    if (fault) {
      this.set(key, { draft: typed, phase: 'invalid', fault, by: null });
      return;
    }
    if (former) this.formers.set(key, former);
    else this.formers.delete(key);
    this.set(key, { draft: typed, phase: 'saving', fault: null, by: null });
    this.queue.add(key);
    if (spot.field === 'target') this.wake(cellKey(spot.line, spot.column.period, 'base'));
  }

  /** A start is kept beside a target: until there is one it waits. */
  private waits({ line, column, field }: Spot, typed: string): CellFault | null {
    if (field !== 'base' || isMissing(typed, line.indicator.unit)) return null;
    const target = this.cells.get(cellKey(line, column.period, 'target'));
    const draft = target?.phase === 'invalid' ? null : target?.draft;
    const aimed = draft == null ? target?.saved.target != null : !isMissing(draft, line.indicator.unit);
    return aimed ? null : { code: waiting, message: ru.targetFirst, allowed: null };
  }

  private wake(key: string): void {
    const state = this.cells.get(key);
    if (state?.fault?.code === waiting && state.draft !== null) this.commit(key, state.draft);
  }

  private valueWrite = ([key = '']: string[]): CellWrite => {
    const { line, column } = this.spots.get(key) as Spot;
    const comment = this.formers.get(key)?.comment;
    return {
      indicatorId: line.indicator.id,
      period: column.period,
      breakdown: line.part.breakdown,
      value: this.value(key),
      version: this.version(key),
      ...(comment == null ? {} : { comment }),
    };
  };

  private held = (key: string): number => this.cells.get(key)?.held.version ?? 0;

  /** The version that is written over. */
  private version = (key: string): number => {
    const over = this.takenBack.get(key);
    return over === undefined ? this.held(key) : (this.own.get(thingOf(this.spots.get(key), key)) ?? over);
  };

  private value(key: string): { text: string } | null {
    const text = this.text(key);
    return isMissing(text, this.spots.get(key)?.line.indicator.unit) ? null : { text };
  }

  /** Target and start of one period go together, under the oldest version that either of them was typed over. */
  private targetWrite = (keys: string[]): TargetWrite => {
    const { line, column } = this.spots.get(keys[0] ?? '') as Spot;
    const typed = (field: Field) => {
      const key = cellKey(line, column.period, field);
      return keys.includes(key) ? this.text(key) : undefined;
    };
    const [oldest] = keys
      .flatMap((key) => this.cells.get(key) ?? [])
      .sort((one, other) => one.held.version - other.held.version);
    const [former] = keys.flatMap((key) => this.formers.get(key)?.target ?? []);
    return {
      indicatorId: line.indicator.id,
      period: column.period,
      version: Math.min(...keys.map(this.version)),
      ...targetWrite({
        period: column.period,
        unit: line.indicator.unit,
        saved: oldest?.saved.target ?? null,
        target: typed('target'),
        base: typed('base'),
        former: former ?? null,
      }),
    };
  };

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
    const isFact = (key: string) => this.cells.get(key)?.field === 'fact';
    const targets = keys.filter((key) => !isFact(key));
    // Targets first: values are then judged by them.
    if (targets.length > 0) await this.sendCells(targets, this.server.targets, this.targetWrite);
    await this.sendCells(keys.filter(isFact), this.server.values, this.valueWrite);
  }

  private async sendCells<Write>(
    keys: readonly string[],
    send: (writes: Write[]) => Promise<CellResult[]>,
    write: (keys: string[]) => Write,
  ): Promise<void> {
    if (keys.length === 0) return;
    const things = [...groupedBy(keys, (key) => thingOf(this.spots.get(key), key)).values()];
    const sent = new Map(keys.map((key) => [key, this.text(key)]));
    try {
      const results = await send(things.map(write));
      things.forEach((own, at) => {
        const result = results[at];
        if (result) this.settle(own, sent, result);
      });
    } catch (error) {
      this.fail(keys, toProblem(error));
    }
  }

  private settle(keys: string[], sent: ReadonlyMap<string, string>, result: CellResult): void {
    const { outcome, cell, faults, changedByName } = result;
    const conflict = outcome === 'Conflict';
    const refused = outcome === 'Invalid' || outcome === 'Locked';
    for (const key of keys) {
      const state = this.cells.get(key);
      if (!state) continue;
      if (!conflict) this.formers.delete(key);
      this.takenBack.delete(key);
      const saved = cell ?? state.saved;
      const fault = faults[0] ?? null;
      // Typed again meanwhile: the newer text is judged by its own answer.
      if (state.draft !== sent.get(key)) this.set(key, { saved });
      else if (conflict) this.set(key, { saved, phase: 'conflict', fault, by: changedByName });
      else if (refused) this.set(key, { saved, phase: 'invalid', fault });
      else this.set(key, { saved, draft: null, phase: 'rest', fault: null, by: null, fresh: true });
    }
    const [first = ''] = keys;
    if (cell && !conflict && !refused) this.own.set(thingOf(this.spots.get(first), first), this.held(first));
    if (cell) this.spread(keys, cell, !conflict && !refused);
  }

  /** What an answer says of the other cells of its period: what is being typed there keeps the version it was typed over. */
  private spread(keys: readonly string[], cell: GridCell, written: boolean): void {
    const spot = this.spots.get(keys[0] ?? '');
    if (!spot) return;
    for (const field of fieldsOf(spot.line)) {
      const key = cellKey(spot.line, spot.column.period, field);
      const state = this.cells.get(key);
      if (!state || keys.includes(key)) continue;
      const sameThing = (field === 'fact') === (spot.field === 'fact');
      if (state.draft === null || (sameThing && written)) this.set(key, { saved: cell });
      else if (field === 'fact') this.set(key, { saved: { ...state.saved, target: cell.target } });
    }
  }

  private fail(keys: readonly string[], problem: Problem): void {
    const fault = { code: problem.code, message: `${ru.notSent}: ${problem.title}`, allowed: problem.detail ?? null };
    for (const key of keys) {
      if (!this.queue.has(key)) this.set(key, { phase: 'failed', fault });
    }
    // A lost connection comes back by itself; a refusal does not.
    clearTimeout(this.retry);
    if (problem.status === 0 || problem.status >= 500) this.retry = setTimeout(this.sendAgain, retryAfter);
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
