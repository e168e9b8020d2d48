import type { CalendarItem } from '@/api/gen/types.gen';

const utc = (day: string) => new Date(`${day}T00:00:00Z`);
const text = (date: Date) => date.toISOString().slice(0, 10);

/** Some days later, or earlier. */
export function addDays(day: string, count: number): string {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + count);
  return text(date);
}

/** The month some months later: «2021-12» and 1 are «2022-01». */
export function addMonths(month: string, count: number): string {
  const date = utc(`${month}-01`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return text(date).slice(0, 7);
}

export const lastDay = (month: string): string => addDays(`${addMonths(month, 1)}-01`, -1);

/** The weeks of a month from Monday to Sunday, whole ones: days of other months fill the first and the last. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const start = addDays(first, -((utc(first).getUTCDay() + 6) % 7));
  const weeks: string[][] = [];
  for (let day = start; day <= lastDay(month); day = addDays(day, 7))
    weeks.push(Array.from({ length: 7 }, (_, i) => addDays(day, i)));
  return weeks;
}

/** What stands on each day; what lasts several stands on all of them. */
export function byDay(items: readonly CalendarItem[], from: string, to: string): Map<string, CalendarItem[]> {
  const days = new Map<string, CalendarItem[]>();
  for (const item of items)
    for (
      let day = item.startsOn > from ? item.startsOn : from;
      day <= item.endsOn && day <= to;
      day = addDays(day, 1)
    ) {
      const list = days.get(day);
      if (list) list.push(item);
      else days.set(day, [item]);
    }
  return days;
}

/** Where an arrow leads from a day; null for every other key. */
export function dayOfKey(key: string, day: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1);
    case 'ArrowRight':
      return addDays(day, 1);
    case 'ArrowUp':
      return addDays(day, -7);
    case 'ArrowDown':
      return addDays(day, 7);
    case 'PageUp':
    case 'PageDown': {
      const month = addMonths(day.slice(0, 7), key === 'PageUp' ? -1 : 1);
      const same = `${month}-${day.slice(8)}`;
      return same > lastDay(month) ? lastDay(month) : same;
    }
    default:
      return null;
  }
}
