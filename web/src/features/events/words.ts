import type { EventCounts, EventSummary } from '@/api/gen/types.gen';
import { formatCount, formatDay, formatNumber, formatPercent, missing } from '@/lib/format';
import { ofTeachers, peopleForms, ru } from './ru';

const time = (at: string) => at.slice(0, 5);

type Times = Pick<EventSummary, 'startsOn' | 'endsOn' | 'startsAt' | 'endsAt'>;

/** «25.08.2021, 10:00–12:30»; one day is told once. */
export function timesWords({ startsOn, endsOn, startsAt, endsAt }: Times): string {
  const clock = startsAt ? `, ${time(startsAt)}${endsAt ? `–${time(endsAt)}` : ''}` : '';
  return startsOn === endsOn
    ? `${formatDay(startsOn)}${clock}`
    : `${formatDay(startsOn)} – ${formatDay(endsOn)}${clock}`;
}

/** «34 человека, из них без имён 12»: everybody who was there, and how many of them are known by number only. */
export function countWords({ named, unnamed }: Pick<EventCounts, 'named' | 'unnamed'>): string {
  const all = named + unnamed;
  if (all === 0) return missing;
  const people = formatCount(all, peopleForms);
  return unnamed > 0 ? ru.ofThem(people, formatNumber(unnamed)) : people;
}

/** «24 из 25 педагогов (96 %)»; a dash while it is not known. */
export function shareWords(counted: { reached: number; staff: number } | undefined): string {
  if (!counted || counted.staff === 0) return missing;
  const { reached, staff } = counted;
  const percent = formatPercent({ numerator: reached, denominator: staff });
  return `${formatNumber(reached)} из ${formatCount(staff, ofTeachers)} (${percent})`;
}
