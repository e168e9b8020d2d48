import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { CalendarItem } from '@/api/gen/types.gen';
import { formatCount, formatDay } from '@/lib/format';
import { clockWords } from './agenda';
import classes from './calendar.module.css';
import { dayOfKey } from './days';
import { ItemLink } from './item-link';
import { ru, thingForms } from './ru';

const shown = 3;

interface Props {
  label: string;
  month: string;
  weeks: readonly (readonly string[])[];
  days: ReadonlyMap<string, readonly CalendarItem[]>;
  today: string;
  /** The day whose list is open: the arrows start from it. */
  chosen: string;
  stale: boolean;
  onChoose: (day: string) => void;
}

/** A month as a grid of days. One day takes the focus; arrows walk, its things are links for the mouse and stand below for everybody. */
export function MonthGrid({ label, month, weeks, days, today, chosen, stale, onChoose }: Props) {
  const grid = useRef<HTMLTableElement>(null);
  const walked = useRef(false);
  // The focus follows the arrows, also into another month.
  useEffect(() => {
    if (!walked.current || stale) return;
    walked.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-day="${chosen}"]`)?.focus();
  }, [chosen, stale]);
  function walk(event: KeyboardEvent, day: string) {
    const next = dayOfKey(event.key, day);
    if (!next) return;
    event.preventDefault();
    walked.current = true;
    onChoose(next);
  }
  return (
    <table ref={grid} className={classes.grid} aria-label={label} data-stale={stale || undefined}>
      <thead>
        <tr>
          {ru.weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const items = days.get(day) ?? [];
              const things = items.length > 0 ? formatCount(items.length, thingForms) : ru.noThings;
              return (
                <td
                  key={day}
                  data-other={!day.startsWith(month) || undefined}
                  data-today={day === today || undefined}
                  data-chosen={day === chosen || undefined}
                >
                  <button
                    type="button"
                    className={classes.day}
                    data-day={day}
                    tabIndex={day === chosen ? 0 : -1}
                    aria-pressed={day === chosen}
                    aria-current={day === today ? 'date' : undefined}
                    aria-label={ru.dayLabel(formatDay(day), things)}
                    onClick={() => onChoose(day)}
                    onKeyDown={(event) => walk(event, day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                  {items.slice(0, shown).map((item) => (
                    <ItemLink key={`${item.kind}${item.id}`} item={item} className={classes.chip} tabIndex={-1}>
                      <span data-kind={item.kind} data-off={item.state === 'Cancelled' || undefined}>
                        {day === item.startsOn && item.startsAt
                          ? `${clockWords({ startsAt: item.startsAt, endsAt: null })} `
                          : null}
                        {item.title}
                      </span>
                    </ItemLink>
                  ))}
                  {items.length > shown ? (
                    <button type="button" className={classes.more} tabIndex={-1} onClick={() => onChoose(day)}>
                      {ru.more(items.length - shown)}
                    </button>
                  ) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
