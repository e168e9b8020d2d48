import type { DeficitOverview, DiagnosticTime } from '@/api/gen/types.gen';
import { formatCount, formatDay, formatNumber, formatPercent } from '@/lib/format';
import { counts, ofPeople } from './ru';

/** «01.09.2021 – 30.09.2021»; one day is told once. */
export const daysWords = (fromOn: string, untilOn: string): string =>
  fromOn === untilOn ? formatDay(fromOn) : `${formatDay(fromOn)} – ${formatDay(untilOn)}`;

/** When a campaign is held, seen from this day. */
export const timeOf = ({ fromOn, untilOn }: { fromOn: string; untilOn: string }, day: string): DiagnosticTime =>
  fromOn > day ? 'Ahead' : untilOn < day ? 'Over' : 'Now';

/** All three numbers named: «Дефициты у 12 из 57, прошедших диагностику. Диагностику прошли 57 из 412 педагогов (13,8 %)». */
export function overviewWords({ deficient, diagnosed, staff }: DeficitOverview): string {
  if (diagnosed === 0) return counts.nobody(formatCount(staff, ofPeople));
  return [
    counts.answer(formatNumber(deficient), formatNumber(diagnosed)),
    counts.reachedAnswer(
      formatNumber(diagnosed),
      formatCount(staff, ofPeople),
      formatPercent({ numerator: diagnosed, denominator: staff }),
    ),
  ].join('. ');
}

export interface PastedRow {
  name: string;
  values: string[];
}

/**
 * Rows out of what was pasted from a table: the first cell with letters is the name, the next ones are the values in the order of the
 * columns. What is missing at the end is empty; what is too much stays, so that the server can tell of it.
 */
export function rowsOf(text: string, columns: number): PastedRow[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.split(line.includes('\t') ? '\t' : ';').map((cell) => cell.replace(/[\s\u00a0]+/g, ' ').trim()))
    .flatMap((cells) => {
      const at = cells.findIndex((cell) => /\p{L}{2}/u.test(cell));
      if (at < 0) return [];
      const values = cells.slice(at + 1);
      while (values.length > columns && values.at(-1) === '') values.pop();
      while (values.length < columns) values.push('');
      return [{ name: (cells[at] ?? '').replace(/^\d+[.)]?\s+/, ''), values }];
    });
}
