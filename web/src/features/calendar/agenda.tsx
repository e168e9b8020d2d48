import type { CalendarItem } from '@/api/gen/types.gen';
import { formatDay } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { StatusBadge } from '@/ui/status-badge';
import classes from './calendar.module.css';
import { ItemLink } from './item-link';
import { oneNames, ru } from './ru';

const time = (at: string) => at.slice(0, 5);

/** When of the day it is: «10:00–12:30». */
export function clockWords({ startsAt, endsAt }: Pick<CalendarItem, 'startsAt' | 'endsAt'>): string | null {
  return startsAt ? `${time(startsAt)}${endsAt ? `–${time(endsAt)}` : ''}` : null;
}

/** What stands on a day, one under another. */
export function Agenda({ items }: { items: readonly CalendarItem[] }) {
  return (
    <ul className={classes.agenda}>
      {items.map((item) => {
        const clock = clockWords(item);
        const where = item.school ?? (item.municipality ? shortPlace(item.municipality) : ru.wholeRegion);
        const more = [
          oneNames[item.kind],
          item.of,
          where,
          item.place,
          item.endsOn > item.startsOn ? ru.until(formatDay(item.endsOn)) : null,
        ];
        return (
          <li key={`${item.kind}${item.id}`} className={classes.entry} data-kind={item.kind}>
            <span className={classes.clock}>{clock}</span>
            <span className={classes.words}>
              <ItemLink item={item}>{item.title}</ItemLink>
              {item.state === 'Cancelled' ? <StatusBadge tone="bad">{ru.cancelled}</StatusBadge> : null}
              <span className={classes.soft}>{more.filter(Boolean).join(' · ')}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
