import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useRef } from 'react';
import { usePrinting } from '@/lib/use-printing';
import { DataCards } from './data-cards';
import classes from './data-table.module.css';
import { Pages } from './pages';
import { RowLink, type RowLinkProps } from './row-link';
import { SortHeader } from './sort-header';
import { narrow } from './tokens';
import { useRowKeys } from './use-row-keys';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Key of the server's `sort`; without it the column is not sortable. */
  sort?: string;
  align?: 'right';
  nowrap?: boolean;
  width?: string;
  /** The header is for those who hear it: the cells speak for themselves. */
  quiet?: boolean;
  /** At 390 px a row becomes a card: its title, a labelled line (default), a text below its label, or nothing. */
  card?: 'title' | 'line' | 'text' | 'hide';
  /** Buttons, for instance: left out on paper. */
  screenOnly?: boolean;
}

export interface DataTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Makes the whole row a link, put on the title column. */
  rowLink?: (row: Row) => RowLinkProps;
  sort?: string | undefined;
  onSort?: (sort: string | undefined) => void;
  paging?: { page: number; pageSize: number; total: number; onPage: (page: number) => void };
  /** Rows of an earlier answer are shown while the next one is on its way. */
  stale?: boolean;
  empty?: ReactNode;
  /** Without a frame of its own, inside a card. */
  plain?: boolean;
  isChosen?: (row: Row) => boolean;
}

/** A table whose pages, order and filters are the server's; a list of cards at 390 px; plain header text in print. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, rows, rowKey, rowLink, sort, onSort, paging, stale = false, empty, plain = false, isChosen } = props;
  const printing = usePrinting();
  const columns = props.columns.filter((column) => !(printing && column.screenOnly));
  const small = useMediaQuery(narrow, false, { getInitialValueInEffect: false });
  const body = useRef<HTMLDivElement>(null);
  useRowKeys(body);
  const titleId = columns.find((column) => column.card === 'title')?.id ?? columns[0]?.id;

  function cell(column: Column<Row>, row: Row) {
    const content = column.cell(row);
    return column.id === titleId && rowLink ? <RowLink link={rowLink(row)}>{content}</RowLink> : content;
  }

  if (rows.length === 0 && empty) return empty;
  return (
    <div ref={body} className={classes.root} data-stale={stale || undefined} data-plain={plain || undefined}>
      {small && !printing ? (
        <DataCards caption={caption} columns={columns} rows={rows} rowKey={rowKey} titleId={titleId} cell={cell} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls sideways must be reachable by keyboard
        <section className={classes.scroll} aria-label={caption} tabIndex={0}>
          <table className={classes.table} aria-busy={stale}>
            <caption className="visually-hidden">{caption}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <SortHeader key={column.id} column={column} sort={sort} onSort={printing ? undefined : onSort} />
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr
                  key={rowKey(row)}
                  data-linked={rowLink ? true : undefined}
                  data-chosen={isChosen?.(row) || undefined}
                >
                  {columns.map((column) =>
                    column.id === titleId ? (
                      <th key={column.id} scope="row" data-align={column.align}>
                        {cell(column, row)}
                      </th>
                    ) : (
                      <td key={column.id} data-align={column.align} data-nowrap={column.nowrap}>
                        {cell(column, row)}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {paging ? <Pages {...paging} /> : null}
    </div>
  );
}
