import { formatCount, formatDay, formatNumber, formatPercent, missing } from '@/lib/format';
import { ofPeople, ru, seatForms } from './ru';

/** «23.08.2021 – 27.08.2021»; one day is told once. */
export const daysWords = (startsOn: string, endsOn: string): string =>
  startsOn === endsOn ? formatDay(startsOn) : `${formatDay(startsOn)} – ${formatDay(endsOn)}`;

/** «свободно 3 места», or that there is none. */
export const freeWords = (seats: number, taken: number): string =>
  taken >= seats ? ru.full : ru.freeSeats(formatCount(seats - taken, seatForms));

/** Every day of a run, for the sheet; a long one is cut, because a sheet has room for so many columns only. */
export function daysOf(startsOn: string, endsOn: string, most = 14): string[] {
  const days: string[] = [];
  const day = new Date(`${startsOn}T00:00:00Z`);
  const last = new Date(`${endsOn}T00:00:00Z`);
  while (day <= last && days.length < most) {
    days.push(day.toISOString().slice(0, 10));
    day.setUTCDate(day.getUTCDate() + 1);
  }
  return days;
}

/** Numbers of certificates, one a line; empty lines at the end are none, one in the middle is somebody without a number. */
export const numbersOf = (text: string): string[] =>
  text
    .replace(/\s+$/, '')
    .split(/\r?\n/)
    .map((line) => line.trim());

/** «355 из 412 педагогов (86,2 %)»; a dash while it is not known. */
export function coverageWords(counted: { trained: number; staff: number } | undefined): string {
  if (!counted || counted.staff === 0) return missing;
  const { trained, staff } = counted;
  const percent = formatPercent({ numerator: trained, denominator: staff });
  return `${formatNumber(trained)} из ${formatCount(staff, ofPeople)} (${percent})`;
}
