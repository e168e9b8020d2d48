import { IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { HomeNumber } from '@/api/gen/types.gen';
import { formatNumber } from '@/lib/format';
import { Card } from '@/ui/card';
import { screenOf } from './address';
import classes from './home.module.css';
import { ru, taskWords } from './ru';

/** What needs me: each line leads to the list with exactly so many rows. */
export function Tasks({ tasks }: { tasks: readonly HomeNumber[] }) {
  return (
    <Card title={ru.tasks}>
      {tasks.length === 0 ? <p className={classes.soft}>{ru.allDone}</p> : null}
      <ul className={classes.tasks}>
        {tasks.map((task) => (
          <li key={task.kind}>
            <Link {...screenOf(task.list)} className={classes.task}>
              <strong>{formatNumber(task.count)}</strong>
              <span>{taskWords(task)}</span>
              <IconChevronRight size={18} aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
