import { Button, Drawer, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { CellResult, IndicatorGrid } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { useMe } from '@/api/session';
import { formatInstant, formatNumber, missing } from '@/lib/format';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { Facts } from '@/ui/facts';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import { CellHistory } from './cell-history';
import { CellMark } from './cell-mark';
import type { CellState } from './cell-states';
import { CellTargetPart } from './cell-target';
import { sayOf } from './cell-words';
import classes from './entry.module.css';
import { focusCell } from './grid-keys';
import { cellKey, periodName, type Spot } from './model';
import { ru } from './ru';
import type { GridStore } from './store';
import { useCell } from './use-cell';

const FormulaExplanation = lazy(async () => ({
  default: (await import('../formula-explanation')).FormulaExplanation,
}));

interface Props {
  grid: IndicatorGrid;
  store: GridStore;
  cell: string;
  onClose: () => void;
}

/** Everything of one cell: its value and where it comes from, the comment, the target. */
export function CellPanel({ grid, store, cell, onClose }: Props) {
  const spot = store.spot(cell);
  // A target opens what it is the target of.
  const value = spot ? cellKey(spot.line, spot.column.period) : cell;
  const state = useCell(store, value);
  // Closing brings the focus back to the cell; the panel itself is gone by then.
  useEffect(() => () => void requestAnimationFrame(() => focusCell(cell)), [cell]);
  if (!state || !spot) return null;
  const { indicator, part } = spot.line;
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={`${indicator.number}. ${indicator.name}${part.name ? `, ${part.name}` : ''}`}
      closeButtonProps={{ 'aria-label': ru.panel.close }}
    >
      <p className={classes.panelPeriod}>{periodName(spot.column.period)}</p>
      <ValueFacts state={state} spot={spot} />
      {state.saved.lock ? (
        <Note tone="quiet" title={ru.panel.lock}>
          {state.saved.lock.message}
        </Note>
      ) : null}
      <HowComputed grid={grid} spot={spot} />
      <CellTargetPart grid={grid} state={state} spot={spot} />
      <Comment key={value} store={store} cell={value} state={state} />
      <CellHistory key={`${value}|${state.saved.version}`} grid={grid} spot={spot} />
    </Drawer>
  );
}

type Fact = [name: string, value: ReactNode];

function ValueFacts({ state, spot }: { state: CellState; spot: Spot }) {
  const { timeZone } = useMe().region;
  const { saved } = state;
  const { indicator } = spot.line;
  const say = sayOf(state);
  const facts: Fact[] = [[ru.panel.value, saved.text ?? ru.panel.none]];
  if (say.full)
    facts.push([
      ru.panel.status,
      <span key="say" className={classes.panelSay} data-say={say.kind}>
        <CellMark kind={say.kind} /> {say.full}
      </span>,
    ]);
  if (saved.origin) facts.push([ru.panel.source, ru.origins[saved.origin]]);
  if (saved.changedAt) facts.push([ru.panel.changed, formatInstant(saved.changedAt, timeZone)]);
  const before =
    saved.yearBefore === null
      ? missing
      : `${formatNumber(saved.yearBefore, indicator.decimals)}${indicator.unit === 'Share' ? '\u00a0%' : ''}`;
  facts.push([ru.panel.yearBefore, before], [ru.panel.range, indicator.range]);
  if (indicator.method) facts.push([ru.panel.method, indicator.method]);
  return <Facts items={facts} />;
}

/** «Как посчитано»: loaded when it is asked for. */
function HowComputed({ grid, spot }: { grid: IndicatorGrid; spot: Spot }) {
  const [open, setOpen] = useState(false);
  if (spot.line.indicator.enteredBy !== 'Formula' || spot.line.part.breakdown) return null;
  if (!open)
    return (
      <div>
        <Button size="xs" variant="default" onClick={() => setOpen(true)}>
          {ru.panel.how}
        </Button>
      </div>
    );
  return (
    <Suspense fallback={<DelayedSkeleton rows={4} />}>
      <FormulaExplanation
        indicatorId={spot.line.indicator.id}
        period={spot.column.period}
        school={grid.schoolId ?? undefined}
        municipality={grid.schoolId ? undefined : (grid.municipalityCode ?? undefined)}
      />
    </Suspense>
  );
}

function Comment({ store, cell, state }: { store: GridStore; cell: string; state: CellState }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const save = useMutation<CellResult | undefined, Problem, string>({
    mutationKey: ['comment-cell'],
    mutationFn: (text) => store.comment(cell, text),
    onSuccess: (result) => {
      if (result?.outcome !== 'Conflict' && result?.outcome !== 'Locked') doneToast(ru.panel.commentSaved);
    },
  });
  const { saved } = state;
  if (saved.valueId === null) return <p className={classes.panelHint}>{ru.panel.commentLater}</p>;
  if (saved.lock) return saved.comment ? <Facts items={[[ru.panel.comment, saved.comment]]} /> : null;
  const refused =
    save.data?.outcome === 'Conflict' || save.data?.outcome === 'Locked' ? save.data.faults[0] : undefined;
  return (
    <form
      className={classes.comment}
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate(field.current?.value.trim() ?? '');
      }}
    >
      {save.error ? <ProblemAlert error={save.error} /> : null}
      <Textarea
        ref={field}
        label={ru.panel.comment}
        description={ru.panel.commentHint}
        rows={3}
        maxLength={1000}
        defaultValue={saved.comment ?? ''}
        error={refused?.message}
      />
      <Button type="submit" variant="default" loading={save.isPending}>
        {ru.panel.saveComment}
      </Button>
    </form>
  );
}
