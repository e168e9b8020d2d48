import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { CellTarget, IndicatorGrid } from '@/api/gen/types.gen';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import classes from './entry.module.css';
import { inputOf } from './held';
import { periodName, type Spot, yearBefore } from './model';
import { ru } from './target-ru';
import { faultOf } from './typed';
import { isRefused, type TargetChange, useSaveTarget } from './use-save-target';

interface Props {
  grid: IndicatorGrid;
  spot: Spot;
  target: CellTarget | null;
  onDone: () => void;
}

const periodPattern = /^\d{4}(\/\d{4})?(-(H[12]|Q[1-4]))?$/;
type Faults = Partial<Record<'target' | 'baseline' | 'period', string>>;

/** A target with its start: under the version that was seen when the form opened. */
export function TargetForm({ grid, spot, target, onDone }: Props) {
  const { indicator } = spot.line;
  const [seen] = useState(target);
  const [faults, setFaults] = useState<Faults>({});
  const form = useRef<HTMLFormElement>(null);
  const save = useSaveTarget(grid, spot, onDone);
  const [conflict, setConflict] = useState<{ mine: TargetChange; theirs: CellTarget | null }>();
  // The button that opened the form is gone: the focus goes on in its first field.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const refused = isRefused(save.data) ? save.data?.faults[0]?.message : undefined;

  function send(mine: TargetChange) {
    save.mutate(mine, {
      onSuccess: (result) => {
        if (result?.outcome === 'Conflict') setConflict({ mine, theirs: result.cell?.target ?? null });
      },
    });
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (save.isPending || !form.current) return;
    const fields = new FormData(form.current);
    const text = (name: string) => String(fields.get(name) ?? '').trim();
    const found = faultsOf(spot, text('target'), text('baseline'), text('period'));
    setFaults(found);
    if (Object.keys(found).length === 0) send(changeOf(seen, text));
  }

  if (conflict)
    return (
      <>
        {save.error ? <ProblemAlert error={save.error} /> : null}
        {refused && save.data?.outcome !== 'Conflict' ? <Note tone="bad" alert title={refused} /> : null}
        <Conflict
          {...conflict}
          pending={save.isPending}
          onMine={() => send({ ...conflict.mine, version: conflict.theirs?.version ?? 0 })}
          onTheirs={onDone}
        />
      </>
    );
  return (
    <form ref={form} className={classes.comment} onSubmit={submit} noValidate>
      {save.error ? <ProblemAlert error={save.error} /> : null}
      <TextInput
        name="target"
        label={ru.target}
        description={ru.targetHint}
        defaultValue={inputOf(seen?.number, indicator.unit) ?? ''}
        error={faults.target ?? refused}
        autoComplete="off"
      />
      <TextInput
        name="baseline"
        label={ru.baseline}
        description={ru.baselineHint}
        defaultValue={inputOf(seen?.baseline, indicator.unit) ?? ''}
        error={faults.baseline}
        autoComplete="off"
      />
      <TextInput
        name="period"
        label={ru.baselinePeriod}
        defaultValue={seen?.baselinePeriod ?? yearBefore(spot.column.period)}
        error={faults.period}
        autoComplete="off"
      />
      <TextInput name="note" label={ru.note} defaultValue={seen?.note ?? ''} maxLength={500} />
      <Group gap="xs">
        <Button type="submit" variant="default" loading={save.isPending}>
          {ru.save}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {ru.cancel}
        </Button>
      </Group>
    </form>
  );
}

function faultsOf({ line: { indicator }, column }: Spot, target: string, baseline: string, period: string): Faults {
  const said = (text: string) => {
    const fault = faultOf(indicator, text);
    return fault ? [fault.message, fault.allowed].filter(Boolean).join('. ') : undefined;
  };
  // Only what is told is judged: the period means nothing without its value.
  const late = period.length === column.period.length && period >= column.period ? ru.latePeriod : undefined;
  const faults: Faults = {
    target: said(target),
    baseline: said(baseline),
    period: baseline ? (periodPattern.test(period) ? late : ru.wrongPeriod) : undefined,
  };
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault));
}

/** Of what is left out the server keeps what is said; a dash and empty words take it away. */
function changeOf(seen: CellTarget | null, text: (name: string) => string): TargetChange {
  const [target, baseline] = [text('target'), text('baseline')];
  const version = seen?.version ?? 0;
  // A start is kept beside its target, and goes with it.
  if (!target) return { target: null, version };
  return {
    target: { text: target },
    version,
    baseline: baseline ? { text: baseline } : seen?.baselineText ? { text: '–' } : null,
    baselinePeriod: baseline ? text('period') : null,
    note: text('note'),
  };
}

interface ConflictProps {
  mine: TargetChange;
  theirs: CellTarget | null;
  pending: boolean;
  onMine: () => void;
  onTheirs: () => void;
}

/** Both targets: nothing is written over unasked. */
function Conflict({ mine, theirs, pending, onMine, onTheirs }: ConflictProps) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  const words = (target?: string | null, baseline?: string | null, period?: string | null, note?: string | null) =>
    target
      ? [target, baseline && ru.conflict.start(period ? ru.inPeriod(baseline, periodName(period)) : baseline), note]
          .filter(Boolean)
          .join('; ')
      : ru.conflict.none;
  const start = mine.baselinePeriod ? mine.baseline?.text : null;
  return (
    <Note tone="bad" alert title={ru.conflict.title}>
      <p className={classes.plain}>{ru.conflict.text}</p>
      <dl className={classes.both}>
        <div>
          <dt>{ru.conflict.mine}</dt>
          <dd>{words(mine.target?.text, start, mine.baselinePeriod, mine.note)}</dd>
        </div>
        <div>
          <dt>{ru.conflict.theirs}</dt>
          <dd>{words(theirs?.text, theirs?.baselineText, theirs?.baselinePeriod, theirs?.note)}</dd>
        </div>
      </dl>
      <Group gap="xs">
        <Button ref={keep} size="xs" variant="default" loading={pending} onClick={onMine}>
          {ru.conflict.keepMine}
        </Button>
        <Button size="xs" variant="default" onClick={onTheirs}>
          {ru.conflict.takeTheirs}
        </Button>
      </Group>
    </Note>
  );
}
