import { memo, useRef } from 'react';
import type { GridColumn } from '@/api/gen/types.gen';
import { CellInput } from './cell-input';
import { ColumnHead } from './column-head';
import { barId } from './entry-bar';
import classes from './grid.module.css';
import { type Field, groupedBy, type Line, type Track } from './model';
import { RowHead } from './row-head';
import { ru } from './ru';
import type { GridStore } from './store';
import { type GridActions, useGridEvents } from './use-grid-events';

interface Props extends GridActions {
  caption: string;
  store: GridStore;
  lines: readonly Line[];
  columns: readonly GridColumn[];
  /** What is shown of the periods, from left to right. */
  tracks: readonly Track[];
  /** Whether targets are typed here; else they are text. */
  setsTargets: boolean;
  /** Indicators whose parts are shown. */
  open: ReadonlySet<string>;
  onToggle: (indicatorId: string) => void;
}

/** Real inputs in a real table. Never drawn again for a letter, a saved cell or a moved focus. */
export const GridTable = memo(function GridTable(props: Props) {
  const { caption, store, lines, columns, tracks, setsTargets, open, onToggle } = props;
  const table = useRef<HTMLTableElement>(null);
  useGridEvents(table, props);
  const groups = groupedBy(
    lines.map((line, row) => ({ line, row })),
    ({ line }) => line.indicator.group,
  );
  return (
    <div className={classes.box}>
      <button type="button" className="skip-link" onClick={() => document.getElementById(barId)?.focus()}>
        {ru.skip}
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reachable by keyboard */}
      <section className={classes.scroll} aria-label={caption} tabIndex={0}>
        <table
          ref={table}
          className={classes.table}
          style={{ minWidth: tracks.reduce((sum, { field }) => sum + widths[field], widths.name) }}
        >
          <caption className="visually-hidden">{caption}</caption>
          {/* Widths are given, not found: cells out of sight have none to tell. */}
          <colgroup>
            <col style={{ width: widths.name }} />
            {tracks.map(({ column, field }) => (
              <col key={`${column.id}|${field}`} style={field === 'fact' ? undefined : { width: widths[field] }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col" rowSpan={2} className={classes.corner}>
                {ru.indicator}
              </th>
              {columns.map((column) => (
                <ColumnHead key={column.id} column={column} span={tracks.length / columns.length} />
              ))}
            </tr>
            <tr>
              {tracks.map(({ column, field }, at) => (
                <th
                  key={`${column.id}|${field}`}
                  scope="col"
                  className={classes.fieldHead}
                  data-first={tracks[at - 1]?.column !== column || undefined}
                >
                  {heads[field]}
                </th>
              ))}
            </tr>
          </thead>
          {[...groups].map(([name, group]) => (
            <tbody key={name}>
              {name ? (
                <tr>
                  <th scope="rowgroup" colSpan={tracks.length + 1} className={classes.group}>
                    <span>{name}</span>
                  </th>
                </tr>
              ) : null}
              {group.map(({ line, row }) => (
                <tr key={line.key} data-part={line.first ? undefined : true}>
                  <RowHead line={line} open={open.has(line.indicator.id)} onToggle={onToggle} />
                  {columns.map((column, at) => (
                    <Cells
                      key={column.id}
                      {...{ store, line, column, row, at, setsTargets }}
                      base={tracks[0]?.field === 'base'}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </section>
    </div>
  );
});

const widths = { name: 320, base: 96, target: 96, fact: 168 };
const heads = { base: ru.base, target: ru.target, fact: ru.fact };

interface CellsProps {
  store: GridStore;
  line: Line;
  column: GridColumn;
  row: number;
  at: number;
  setsTargets: boolean;
  base: boolean;
}

/** The cells of one period. */
const Cells = memo(function Cells({ store, line, column, row, at, setsTargets, base }: CellsProps) {
  const target = line.part.cells[at]?.target;
  const texts = { base: target?.baselineText, target: target?.text };
  const shown: readonly Field[] = base ? ['base', 'target', 'fact'] : ['target', 'fact'];
  return shown.map((field, across) => {
    const first = across === 0 || undefined;
    if (field === 'fact' || (setsTargets && line.first))
      return (
        <td key={field} className={classes.cell} data-first={first}>
          <CellInput
            store={store}
            line={line}
            column={column}
            field={field}
            at={`${row}:${at * shown.length + across}`}
          />
        </td>
      );
    return (
      <td key={field} className={classes.target} data-first={first}>
        {line.first ? (texts[field] ?? ru.noTarget) : null}
      </td>
    );
  });
});
