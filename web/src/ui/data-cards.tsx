import type { ReactNode } from 'react';
import type { Column } from './data-table';
import classes from './data-table.module.css';

interface Props<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  titleId: string | undefined;
  cell: (column: Column<Row>, row: Row) => ReactNode;
}

/** The same rows for a narrow screen: one card a row, each value with its name. */
export function DataCards<Row>({ caption, columns, rows, rowKey, titleId, cell }: Props<Row>) {
  const title = columns.find((column) => column.id === titleId);
  const lines = columns.filter((column) => column.id !== titleId && column.card !== 'hide');
  return (
    <ul className={classes.cards} aria-label={caption}>
      {rows.map((row) => (
        <li key={rowKey(row)} className={classes.card}>
          {title ? <div className={classes.cardTitle}>{cell(title, row)}</div> : null}
          <dl className={classes.cardLines}>
            {lines.map((column) => {
              const value = cell(column, row);
              return value === null ? null : (
                <div key={column.id} className={classes.cardLine} data-text={column.card === 'text' || undefined}>
                  <dt>{column.header}</dt>
                  <dd>{value}</dd>
                </div>
              );
            })}
          </dl>
        </li>
      ))}
    </ul>
  );
}
