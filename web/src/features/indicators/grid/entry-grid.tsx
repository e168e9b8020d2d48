import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { IndicatorGrid } from '@/api/gen/types.gen';
import { announce } from '@/lib/announce';
import { LeaveGuard } from '@/ui/leave-guard';
import { narrow } from '@/ui/tokens';
import { CellPanel } from './cell-panel';
import { Conflicts } from './conflicts';
import { EntryBar } from './entry-bar';
import { commitActive, focusCell, isTyping } from './grid-keys';
import { GridTable } from './grid-table';
import { type Field, fields, linesOf, partsInUse, periodAtWork, periodName, shownLines, tracksOf } from './model';
import { OneIndicator } from './one-indicator';
import { PasteDialog } from './paste-dialog';
import { serverOf } from './queries';
import { ru } from './ru';
import { GridStore } from './store';
import { SubmitDialog } from './submit-dialog';
import { usePaste } from './use-paste';

export interface EntryGridProps {
  grid: IndicatorGrid;
  /** The cell whose panel is open; at 390 px also the indicator that is shown. */
  cell: string | undefined;
  onCell: (cell: string | undefined) => void;
  /** Whether the starts of targets are shown. */
  base: boolean;
  onBase: () => void;
}

/** The grid of one place at work: typing, pasting, undoing, checking, handing in. */
export function EntryGrid({ grid, cell, onCell, base, onBase }: EntryGridProps) {
  const [store] = useState(() => new GridStore(grid, serverOf(grid)));
  useEffect(() => store.load(grid), [store, grid]);
  useEffect(() => () => store.dispose(), [store]);
  const lines = useMemo(() => linesOf(grid), [grid]);
  const [open, setOpen] = useState(() => partsInUse(lines));
  const shown = useMemo(() => shownLines(lines, open), [lines, open]);
  const [focused, setFocused] = useState('');
  const [chosen, setChosen] = useState<string>();
  const [asking, setAsking] = useState<'check' | 'submit' | null>(null);
  const small = useMediaQuery(narrow, false, { getInitialValueInEffect: false });
  const tracks = useMemo(
    () => tracksOf(grid.columns, base ? fields : fields.filter((field) => field !== 'base')),
    [grid.columns, base],
  );
  const pasting = usePaste({ store, lines: shown, columns: grid.columns, typed: typedFields(grid, base) });
  // The period that is chosen, else the one that is being filled in.
  const at = chosen ?? store.spot(focused)?.column.id;
  const column = grid.columns.find(({ id }) => id === at) ?? periodAtWork(grid.columns);

  // The table is not drawn again because an address changed.
  const latest = useRef(onCell);
  latest.current = onCell;
  const openCell = useCallback((key: string) => latest.current(key), []);
  const toggle = useCallback(
    (id: string) => setOpen((was) => new Set(was.has(id) ? [...was].filter((one) => one !== id) : [...was, id])),
    [],
  );
  const focus = useCallback((key: string) => {
    setFocused(key);
    setChosen(undefined);
  }, []);
  const undo = useCallback(() => {
    const first = store.undo();
    if (first === undefined) return;
    announce(ru.undone);
    focusCell(first);
  }, [store]);
  const actions = { onFocus: focus, onOpen: openCell, onUndo: undo, onPaste: pasting.onPaste };
  const caption = ru.caption(
    grid.setName,
    grid.placeName,
    grid.columns.map(({ period }) => periodName(period)).join(', '),
  );
  const [code = ''] = (cell ?? '').split('@');

  return (
    <>
      <Conflicts store={store} />
      {small ? (
        <OneIndicator
          store={store}
          lines={lines}
          columns={grid.columns}
          base={base}
          setsTargets={grid.maySetTargets}
          code={code}
          onCode={onCell}
          {...actions}
        />
      ) : (
        <GridTable
          caption={caption}
          store={store}
          lines={shown}
          columns={grid.columns}
          tracks={tracks}
          setsTargets={grid.maySetTargets}
          open={open}
          onToggle={toggle}
          {...actions}
        />
      )}
      {column ? (
        <EntryBar
          grid={grid}
          store={store}
          focused={focused}
          column={column}
          onColumn={setChosen}
          onOpen={onCell}
          onUndo={undo}
          onCheck={() => setAsking('check')}
          onSubmit={() => setAsking('submit')}
        />
      ) : null}
      {pasting.plan ? (
        <PasteDialog
          plan={pasting.plan}
          first={pasting.first}
          onFirst={pasting.onFirst}
          onApply={() => {
            if (pasting.first === 'base') onBase();
            pasting.apply();
          }}
          onClose={pasting.close}
        />
      ) : null}
      {asking && column ? (
        <SubmitDialog
          grid={grid}
          store={store}
          column={column}
          submitting={asking === 'submit'}
          onCell={(key) => {
            setAsking(null);
            if (small) onCell(key.split('@')[0]);
            requestAnimationFrame(() => focusCell(key));
          }}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {cell?.includes('@') ? (
        <CellPanel grid={grid} store={store} cell={cell} onClose={() => onCell(small ? code : undefined)} />
      ) : null}
      <LeaveGuard
        message={ru.leave}
        within={(now, next) => sameGrid(now, next)}
        dirty={() => store.summary().unsaved.length > 0 || isTyping(store)}
        settle={async () => {
          commitActive(store);
          await store.settled();
        }}
      />
    </>
  );
}

/** What of each period is typed and pasted: targets only by those who may set them. */
const typedFields = ({ maySetTargets }: IndicatorGrid, base: boolean): readonly Field[] =>
  maySetTargets ? fields.filter((field) => base || field !== 'base') : ['fact'];

interface Address {
  pathname: string;
  search: { set?: string; school?: string; municipality?: string };
}

/** Opening a cell's panel or choosing periods leaves nothing behind. */
function sameGrid(now: Address, next: Address): boolean {
  const place = ({ pathname, search: { set, school, municipality } }: Address) =>
    JSON.stringify([pathname, set, school, municipality]);
  return place(now) === place(next);
}
