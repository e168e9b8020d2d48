import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import classes from './data-table.module.css';
import { ru } from './ru';

interface Props {
  column: { id: string; header: string; sort?: string; align?: 'right'; width?: string; quiet?: boolean };
  sort: string | undefined;
  onSort: ((sort: string | undefined) => void) | undefined;
}

/** Header cell: plain text where the column is not sortable and in print (a button there stops thead from repeating). */
export function SortHeader({ column, sort, onSort }: Props) {
  const key = column.sort;
  const order = key && sort === key ? 'ascending' : key && sort === `-${key}` ? 'descending' : undefined;
  const Icon = order === 'ascending' ? IconArrowUp : order === 'descending' ? IconArrowDown : IconArrowsSort;
  return (
    <th
      scope="col"
      data-align={column.align}
      style={column.width ? { width: column.width } : undefined}
      aria-sort={key ? (order ?? 'none') : undefined}
    >
      {key && onSort ? (
        <button
          type="button"
          className={classes.sort}
          data-on={order ? true : undefined}
          title={ru.sortBy(column.header)}
          onClick={() => onSort(order === 'ascending' ? `-${key}` : key)}
        >
          {column.header}
          <Icon size={14} aria-hidden="true" />
        </button>
      ) : (
        <span className={column.quiet ? 'visually-hidden' : undefined}>{column.header}</span>
      )}
    </th>
  );
}
