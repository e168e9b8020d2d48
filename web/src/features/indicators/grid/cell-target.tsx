import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { saveIndicatorTargets } from '@/api/gen/sdk.gen';
import type { IndicatorGrid, TargetResult } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { Facts } from '@/ui/facts';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import classes from './entry.module.css';
import { periodName, type Spot } from './model';
import { gridsChanged, lintOptions } from './queries';
import { ru } from './ru';
import type { CellState } from './store';

interface Props {
  grid: IndicatorGrid;
  state: CellState;
  spot: Spot;
}

/** The target of a cell with its start and what is doubtful about it; whoever may set targets sets it here. */
export function CellTargetPart({ grid, state, spot }: Props) {
  const [editing, setEditing] = useState(false);
  const { target } = state.saved;
  const { indicator } = spot.line;
  const lint = useQuery(lintOptions(grid, spot.column.period));
  const doubts = target ? (lint.data?.items ?? []).filter(({ indicatorId }) => indicatorId === indicator.id) : [];
  if (spot.line.part.breakdown) return null;
  const facts: [string, string][] = [
    [ru.panel.target, target ? `${target.text} (${ru.directions[indicator.direction]})` : ru.panel.noTarget],
  ];
  if (target?.baselineText)
    facts.push([
      ru.panel.baseline,
      target.baselinePeriod
        ? ru.panel.baselineIn(target.baselineText, periodName(target.baselinePeriod))
        : target.baselineText,
    ]);
  if (target?.note) facts.push([ru.panel.note, target.note]);
  return (
    <section className={classes.panelPart}>
      <Facts items={facts} />
      {doubts.map(({ finding, message, proposal }) => (
        <Note key={finding} title={ru.panel.doubt}>
          <p className={classes.plain}>
            {message}
            {proposal ? ` ${ru.panel.proposal(proposal)}` : ''}
          </p>
        </Note>
      ))}
      {!grid.maySetTargets || spot.column.closed ? null : editing ? (
        <TargetForm grid={grid} state={state} spot={spot} onDone={() => setEditing(false)} />
      ) : (
        <div>
          <Button size="xs" variant="default" onClick={() => setEditing(true)}>
            {target ? ru.panel.changeTarget : ru.panel.setTarget}
          </Button>
        </div>
      )}
    </section>
  );
}

function TargetForm({ grid, state, spot, onDone }: Props & { onDone: () => void }) {
  const queryClient = useQueryClient();
  const { target } = state.saved;
  const value = useRef<HTMLInputElement>(null);
  const note = useRef<HTMLInputElement>(null);
  const save = useMutation<TargetResult | undefined, Problem>({
    mutationKey: ['save-target'],
    mutationFn: async () => {
      const text = value.current?.value.trim();
      const write = {
        indicatorId: spot.line.indicator.id,
        period: spot.column.period,
        target: text ? { text } : null,
        version: target?.version ?? 0,
        baseline: typeof target?.baseline === 'number' ? { number: target.baseline } : null,
        baselinePeriod: target?.baselinePeriod ?? null,
        note: note.current?.value.trim() || null,
      };
      const place = grid.schoolId ? { schoolId: grid.schoolId } : { municipalityCode: grid.municipalityCode };
      const { data } = await saveIndicatorTargets({ body: { ...place, targets: [write] }, throwOnError: true });
      return data.targets[0];
    },
    onSuccess: async (result) => {
      // What somebody else has set meanwhile comes into sight; what was refused stays to be put right.
      if (result?.outcome !== 'Invalid') await gridsChanged(queryClient);
      if (result && refusals.has(result.outcome)) return;
      doneToast(ru.panel.targetSaved);
      onDone();
    },
  });
  const refused = save.data && refusals.has(save.data.outcome) ? save.data.faults[0] : undefined;
  return (
    <form
      className={classes.comment}
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate();
      }}
    >
      {save.error ? <ProblemAlert error={save.error} /> : null}
      <TextInput
        ref={value}
        label={ru.panel.target}
        description={ru.panel.targetHint}
        defaultValue={target ? String(target.number).replace('.', ',') : ''}
        error={refused?.message}
        autoComplete="off"
        data-autofocus
      />
      <TextInput ref={note} label={ru.panel.note} defaultValue={target?.note ?? ''} maxLength={500} />
      <Button type="submit" variant="default" loading={save.isPending}>
        {ru.panel.saveTarget}
      </Button>
    </form>
  );
}

const refusals = new Set(['Invalid', 'Conflict', 'Locked']);
