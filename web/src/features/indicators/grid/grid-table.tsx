import { memo, useRef } from 'react';
import type { GridColumn } from '@/api/gen/types.gen';
import { ColumnHead } from './column-head';
import { barId } from './entry-bar';
import { FactInput } from './fact-input';
import classes from './grid.module.css';
import { groupedBy, type Line } from './model';
import { RowHead } from './row-head';
import { ru } from './ru';
import type { GridStore } from './store';
import { type GridActions, useGridEvents } from './use-grid-events';

interface Props extends GridActions {
  caption: string;
  store: GridStore;
  lines: readonly Line[];
  columns: readonly GridColumn[];
  /** Indicators whose parts are shown. */
  open: ReadonlySet<string>;
  onToggle: (indicatorId: string) => void;
}

/** Real inputs in a real table. Never drawn again for a letter, a saved cell or a moved focus. */
export const GridTable = memo(function GridTable(props: Props) {
  const { caption, store, lines, columns, open, onToggle } = props;
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
          style={{ minWidth: widths.name + columns.length * (widths.target + widths.fact) }}
        >
          <caption className="visually-hidden">{caption}</caption>
          {/* Widths are given, not found: cells out of sight have none to tell. */}
          <colgroup>
            <col style={{ width: widths.name }} />
            {columns.map((column) => (
              <TwoCols key={column.id} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col" rowSpan={2} className={classes.corner}>
                {ru.indicator}
              </th>
              {columns.map((column) => (
                <ColumnHead key={column.id} column={column} />
              ))}
            </tr>
            <tr>
              {columns.map((column) => (
                <TwoHeads key={column.id} />
              ))}
            </tr>
          </thead>
          {[...groups].map(([name, group]) => (
            <tbody key={name}>
              {name ? (
                <tr>
                  <th scope="rowgroup" colSpan={columns.length * 2 + 1} className={classes.group}>
                    <span>{name}</span>
                  </th>
                </tr>
              ) : null}
              {group.map(({ line, row }) => (
                <tr key={line.key} data-part={line.first ? undefined : true}>
                  <RowHead line={line} open={open.has(line.indicator.id)} onToggle={onToggle} />
                  {columns.map((column, at) => (
                    <Cells key={column.id} store={store} line={line} column={column} row={row} at={at} />
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

const widths = { name: 320, target: 96, fact: 168 };

function TwoCols() {
  return (
    <>
      <col style={{ width: widths.target }} />
      <col />
    </>
  );
}

function TwoHeads() {
  return (
    <>
      <th scope="col" className={classes.targetHead}>
        {ru.target}
      </th>
      <th scope="col" className={classes.factHead}>
        {ru.fact}
      </th>
    </>
  );
}

interface CellsProps {
  store: GridStore;
  line: Line;
  column: GridColumn;
  row: number;
  at: number;
}

const Cells = memo(function Cells({ store, line, column, row, at }: CellsProps) {
  const target = line.part.cells[at]?.target;
  return (
    <>
      <td className={classes.target}>{line.first ? (target?.text ?? ru.noTarget) : null}</td>
      <td className={classes.factCell}>
        <FactInput store={store} line={line} column={column} at={`${row}:${at}`} />
      </td>
    </>
  );
});
