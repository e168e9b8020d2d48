import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { IndicatorGrid } from '@/api/gen/types.gen';
import { Facts } from '@/ui/facts';
import type { CellState } from './cell-states';
import classes from './entry.module.css';
import { periodName, type Spot } from './model';
import { ru as words } from './ru';
import { TargetDoubts } from './target-doubts';
import { TargetForm } from './target-form';
import { ru } from './target-ru';
import { TargetWay } from './target-way';

interface Props {
  grid: IndicatorGrid;
  state: CellState;
  spot: Spot;
}

/** The target of a cell with its start, the way to it and what is doubtful about it; whoever may set targets does it here. */
export function CellTargetPart({ grid, state, spot }: Props) {
  const [editing, setEditing] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const edited = useRef(false);
  // Closing the form brings the focus back to what opened it.
  useEffect(() => {
    if (!editing && edited.current) opener.current?.focus();
    edited.current = editing;
  }, [editing]);
  const { target } = state.saved;
  const { indicator } = spot.line;
  if (spot.line.part.breakdown) return null;
  const facts: [string, string][] = [
    [ru.target, target ? `${target.text} (${words.directions[indicator.direction]})` : ru.noTarget],
  ];
  if (target?.baselineText)
    facts.push([
      ru.baseline,
      target.baselinePeriod ? ru.inPeriod(target.baselineText, periodName(target.baselinePeriod)) : target.baselineText,
    ]);
  if (target?.note) facts.push([ru.note, target.note]);
  return (
    <section className={classes.panelPart}>
      <Facts items={facts} />
      {target ? <TargetWay key={target.version} id={target.id} /> : null}
      {grid.maySetTargets ? <TargetDoubts grid={grid} spot={spot} target={target} /> : null}
      {!grid.maySetTargets || spot.column.closed ? null : editing ? (
        <TargetForm grid={grid} spot={spot} target={target} onDone={() => setEditing(false)} />
      ) : (
        <div>
          <Button ref={opener} size="xs" variant="default" onClick={() => setEditing(true)}>
            {target ? ru.change : ru.set}
          </Button>
        </div>
      )}
    </section>
  );
}
