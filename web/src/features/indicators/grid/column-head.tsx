import type { GridColumn } from '@/api/gen/types.gen';
import { formatDay } from '@/lib/format';
import { StatusBadge, type Tone } from '@/ui/status-badge';
import classes from './grid.module.css';
import { columnLock, periodName } from './model';
import { ru } from './ru';

const tones = { closed: 'neutral', submitted: 'info', accepted: 'good' } as const;

/** How far a period has come, with its tone. */
export function columnState(column: GridColumn): { tone: Tone; word: string; why: string } {
  const lock = columnLock(column);
  if (lock) return { tone: tones[lock], word: ru.columns[lock], why: ru.columnWhy[lock] };
  if (column.reportState === 'Returned')
    return { tone: 'attention', word: ru.columns.returned, why: column.returnReason ?? '' };
  return { tone: 'progress', word: ru.columns.open, why: '' };
}

export function ColumnHead({ column, span }: { column: GridColumn; span: number }) {
  const { tone, word, why } = columnState(column);
  return (
    <th scope="colgroup" colSpan={span} className={classes.columnHead}>
      <span className={classes.period}>{periodName(column.period)}</span>
      <span title={why || undefined}>
        <StatusBadge tone={tone}>{word}</StatusBadge>
      </span>
      {column.dueOn && !columnLock(column) ? (
        <span className={classes.due}>{ru.due(formatDay(column.dueOn))}</span>
      ) : null}
    </th>
  );
}
