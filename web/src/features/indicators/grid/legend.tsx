import { Kbd } from '@mantine/core';
import { Dialog } from '@/ui/dialog';
import { CellMark } from './cell-mark';
import classes from './entry.module.css';
import { ru } from './ru';

/** What the marks of cells mean, and the keys. */
export function Legend({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={ru.legend.title} size="lg" onClose={onClose}>
      <dl className={classes.legend}>
        {ru.legend.items.map(([kind, word, text]) => (
          <div key={word} data-say={kind}>
            <dt>
              <CellMark kind={kind} /> {word}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <h3 className={classes.legendTitle}>{ru.legend.keys}</h3>
      <dl className={classes.legend}>
        {ru.legend.keyItems.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              {keys.split(/ {2}/).map((one) => (
                <Kbd key={one} mr={4}>
                  {one}
                </Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
