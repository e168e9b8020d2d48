import { Button, NativeSelect } from '@mantine/core';
import { IconArrowBackUp, IconChecklist, IconSend } from '@tabler/icons-react';
import type { GridColumn, IndicatorGrid } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { formatCount, formatDay, formatNumber } from '@/lib/format';
import { today } from '@/lib/today';
import { StatusBadge } from '@/ui/status-badge';
import { sayOf } from './cell-words';
import { columnState } from './column-head';
import classes from './entry.module.css';
import { columnLock, periodName } from './model';
import { ru, valueForms } from './ru';
import type { GridStore } from './store';
import { useCell, useSummary } from './use-cell';

interface Props {
  grid: IndicatorGrid;
  store: GridStore;
  /** The cell that has the focus. */
  focused: string;
  column: GridColumn;
  onColumn: (id: string) => void;
  onOpen: (key: string) => void;
  onUndo: () => void;
  onCheck: () => void;
  onSubmit: () => void;
}

/** Where «Пропустить таблицу» leads. */
export const barId = 'entry-bar';

/** Always in sight: what the cell says, what is not saved, when it is due, checking and handing in. */
export function EntryBar({ grid, store, focused, column, onColumn, onOpen, onUndo, onCheck, onSubmit }: Props) {
  const { undo } = useSummary(store);
  const lock = columnLock(column);
  // The region itself hands nothing in: there is nobody above it.
  const hands = grid.mayWrite && grid.level !== 'Region';
  return (
    <section className={`${classes.bar} no-print`} aria-label={ru.barLabel} id={barId} tabIndex={-1}>
      <FocusLine store={store} focused={focused} onOpen={onOpen} />
      <div className={classes.barRow}>
        <SaveState store={store} />
        {undo ? (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconArrowBackUp size={16} aria-hidden="true" />}
            onClick={onUndo}
          >
            {undo.block ? `${ru.undo} (${formatCount(undo.cells, valueForms)})` : ru.undoOne}
          </Button>
        ) : null}
        <span className={classes.barSpace} />
        <DueWords column={column} />
        {grid.columns.length > 1 ? (
          <NativeSelect
            aria-label={ru.period}
            value={column.id}
            data={grid.columns.map(({ id, period }) => ({ value: id, label: periodName(period) }))}
            onChange={(event) => onColumn(event.currentTarget.value)}
          />
        ) : null}
        {hands ? (
          <>
            <Button variant="default" leftSection={<IconChecklist size={18} aria-hidden="true" />} onClick={onCheck}>
              {ru.check}
            </Button>
            {lock ? (
              <StatusBadge tone={columnState(column).tone}>{columnState(column).word}</StatusBadge>
            ) : (
              <Button leftSection={<IconSend size={18} aria-hidden="true" />} onClick={onSubmit}>
                {ru.submit}
              </Button>
            )}
          </>
        ) : null}
      </div>
    </section>
  );
}

/** The whole of what the focused cell says: a reason is never left to a tooltip. */
function FocusLine({ store, focused, onOpen }: Pick<Props, 'store' | 'focused' | 'onOpen'>) {
  const state = useCell(store, focused);
  const spot = store.spot(focused);
  if (!state || !spot) return null;
  const { full, kind } = sayOf(state);
  return (
    <p className={classes.focusLine} data-say={kind}>
      <b>
        {spot.line.indicator.number}
        {spot.line.part.name ? `, ${spot.line.part.name}` : ''}, {periodName(spot.column.period)}
        {spot.field === 'fact' ? '' : `, ${ru.fieldNames[spot.field]}`}
      </b>
      {full ? ` – ${full}` : ` – ${ru.allowed(spot.line.indicator.range)}`}{' '}
      <button type="button" className={classes.itemLink} onClick={() => onOpen(focused)}>
        {ru.details}
      </button>
    </p>
  );
}

function SaveState({ store }: { store: GridStore }) {
  const { unsaved, failed, saving } = useSummary(store);
  const stuck = unsaved.length > 0 && !saving;
  return (
    <span role="status" className={classes.saveState}>
      <StatusBadge tone={saving ? 'progress' : stuck ? 'attention' : 'good'}>
        {saving ? ru.savingNow : stuck ? ru.unsaved(formatNumber(unsaved.length)) : ru.allSaved}
      </StatusBadge>
      {failed.length > 0 && !saving ? (
        <Button size="compact-sm" variant="subtle" onClick={store.sendAgain}>
          {ru.sendAgain}
        </Button>
      ) : null}
    </span>
  );
}

function DueWords({ column }: { column: GridColumn }) {
  const { timeZone } = useMe().region;
  if (columnLock(column)) return null;
  if (!column.dueOn) return <span className={classes.due}>{ru.noDue}</span>;
  return column.dueOn < today(timeZone) ? (
    <StatusBadge tone="attention">{ru.overdue(formatDay(column.dueOn))}</StatusBadge>
  ) : (
    <span className={classes.due}>{ru.dueOn(formatDay(column.dueOn))}</span>
  );
}
