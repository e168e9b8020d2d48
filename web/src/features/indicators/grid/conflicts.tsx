import { Button, Group } from '@mantine/core';
import { Note } from '@/ui/note';
import classes from './entry.module.css';
import { focusCell } from './grid-keys';
import { periodName } from './model';
import { ru } from './ru';
import type { GridStore } from './store';
import { useSummary } from './use-cell';

/** Both values of each cell that somebody else has changed meanwhile: nothing is written over unasked. */
export function Conflicts({ store }: { store: GridStore }) {
  const { conflicts } = useSummary(store);
  if (conflicts.length === 0) return null;
  return (
    <Note tone="bad" alert title={ru.conflict.title(conflicts.length)}>
      <p className={classes.plain}>{ru.conflict.text}</p>
      <ul className={classes.conflicts}>
        {conflicts.map((key) => (
          <Conflict key={key} store={store} cell={key} />
        ))}
      </ul>
    </Note>
  );
}

function Conflict({ store, cell }: { store: GridStore; cell: string }) {
  const state = store.cell(cell);
  const spot = store.spot(cell);
  if (!state || !spot) return null;
  const { indicator, part } = spot.line;
  function answer(how: (key: string) => void) {
    how.call(store, cell);
    focusCell(cell);
  }
  return (
    <li>
      <span>
        {ru.cellOf[spot.field](
          part.name ? `${indicator.name}, ${part.name}` : indicator.name,
          periodName(spot.column.period),
        )}
      </span>
      <dl className={classes.both}>
        <div>
          <dt>{ru.conflict.mine}</dt>
          <dd>{state.draft || ru.conflict.empty}</dd>
        </div>
        <div>
          <dt>{ru.conflict.theirs(state.by)}</dt>
          <dd>{state.held.input ?? ru.conflict.empty}</dd>
        </div>
      </dl>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => answer(store.keepMine)}>
          {ru.conflict.keepMine}
        </Button>
        <Button size="xs" variant="default" onClick={() => answer(store.drop)}>
          {ru.conflict.takeTheirs}
        </Button>
      </Group>
    </li>
  );
}
