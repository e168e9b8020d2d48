import { useLayoutEffect, useRef } from 'react';
import { CellMark } from './cell-mark';
import { percentOf, sayOf } from './cell-words';
import classes from './grid.module.css';
import { cellKey, periodName, type Spot } from './model';
import { ru } from './ru';
import type { GridStore } from './store';
import { useCell } from './use-cell';

interface Props extends Spot {
  store: GridStore;
  /** Row and column among the inputs, for the keyboard. */
  at: string;
  /** Whether all of what it says stands in sight, where there is no line beneath the grid. */
  spelled?: boolean;
}

/** The input of a value, a target or its start with what the cell says of itself. Uncontrolled: letters are the browser's own business. */
export function CellInput({ store, line, column, field, at, spelled = false }: Props) {
  const key = cellKey(line, column.period, field);
  const state = useCell(store, key);
  const input = useRef<HTMLInputElement>(null);
  const shown = useRef('');
  const sayId = `say-${key}`;
  const text = store.text(key);
  useLayoutEffect(() => {
    const box = input.current;
    if (!box) return;
    // What is being typed is never written over.
    const typing = document.activeElement === box && box.value !== shown.current;
    if (!typing) {
      box.value = text;
      shown.current = text;
    }
  }, [text]);
  if (!state) return null;
  const say = sayOf(state);
  const isFact = field === 'fact';
  const percent = isFact && state.draft === null ? percentOf(state.saved, line.indicator) : '';
  const locked = state.held.lock !== null && state.draft === null;
  return (
    <div
      className={classes.fact}
      data-field={field}
      data-say={say.kind}
      data-locked={locked || undefined}
      data-spelled={spelled || undefined}
    >
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
        aria-label={ru.cellOf[field](
          line.part.name ? `${line.indicator.name}, ${line.part.name}` : line.indicator.name,
          periodName(column.period),
        )}
        aria-invalid={state.phase === 'invalid' || undefined}
        aria-describedby={say.full ? sayId : undefined}
      />
      <span className={classes.say} id={sayId} title={say.full || undefined}>
        {percent ? <span className={classes.percent}>{percent}</span> : null}
        {say.full ? (
          <span className={classes.words}>
            <CellMark kind={say.kind} />
            <span>{spelled ? say.full : say.word}</span>
            {spelled || say.full === say.word ? null : <span className="visually-hidden">. {say.full}</span>}
          </span>
        ) : null}
        {locked && isFact && !spelled && say.kind !== 'locked' ? <CellMark kind="locked" /> : null}
        {isFact && state.saved.comment ? (
          <span className={classes.commented}>
            <CellMark kind="comment" />
            <span className="visually-hidden">{ru.commented}</span>
          </span>
        ) : null}
      </span>
    </div>
  );
}
