import { useId, useLayoutEffect, useRef } from 'react';
import type { GridColumn } from '@/api/gen/types.gen';
import { CellMark } from './cell-mark';
import { percentOf, sayOf } from './cell-words';
import classes from './grid.module.css';
import { cellKey, type Line, periodName } from './model';
import { ru } from './ru';
import type { GridStore } from './store';
import { useCell } from './use-cell';

interface Props {
  store: GridStore;
  line: Line;
  column: GridColumn;
  /** Row and column among the inputs, for the keyboard. */
  at: string;
  /** Whether all of what it says stands in sight, where there is no line beneath the grid. */
  spelled?: boolean;
}

/** The input of one value with what the cell says of itself. Uncontrolled: letters are the browser's own business. */
export function FactInput({ store, line, column, at, spelled = false }: Props) {
  const key = cellKey(line, column.period);
  const state = useCell(store, key);
  const input = useRef<HTMLInputElement>(null);
  const shown = useRef('');
  const sayId = useId();
  const text = store.text(key);
  useLayoutEffect(() => {
    const field = input.current;
    if (!field) return;
    // What is being typed is never written over.
    const typing = document.activeElement === field && field.value !== shown.current;
    if (!typing) {
      field.value = text;
      shown.current = text;
    }
  }, [text]);
  if (!state) return null;
  const say = sayOf(state);
  const percent = state.draft === null ? percentOf(state.saved, line.indicator) : '';
  const locked = state.saved.lock !== null && state.draft === null;
  return (
    <div className={classes.fact} data-say={say.kind} data-locked={locked || undefined}>
      <input
        ref={input}
        className={classes.input}
        type="text"
        defaultValue={text}
        readOnly={locked}
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        data-cell={key}
        data-at={at}
        aria-label={ru.factOf(line.indicator.name, line.part.name, periodName(column.period))}
        aria-invalid={state.phase === 'invalid' || undefined}
        aria-describedby={say.full ? sayId : undefined}
      />
      <span className={classes.say} id={sayId} title={say.full || undefined}>
        {percent ? <span className={classes.percent}>{percent}</span> : null}
        {say.word ? (
          <span className={classes.words}>
            <CellMark kind={say.kind} />
            <span>{spelled ? say.full : say.word}</span>
            {spelled || say.full === say.word ? null : <span className="visually-hidden">. {say.full}</span>}
          </span>
        ) : null}
        {locked && !spelled && say.kind !== 'locked' ? <CellMark kind="locked" /> : null}
        {state.saved.comment ? (
          <span className={classes.commented}>
            <CellMark kind="comment" />
            <span className="visually-hidden">{ru.commented}</span>
          </span>
        ) : null}
      </span>
    </div>
  );
}
