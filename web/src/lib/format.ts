import { type Forms, plural } from './plural';

/** Stands for «no value». A missing figure is never shown as zero. */
export const missing = '–';

/** Keeps a number together with its unit on one line. */
const nbsp = '\u00a0';

const numbers = new Map<string, Intl.NumberFormat>();

function numberFormat(min: number, max: number): Intl.NumberFormat {
  const key = `${min}-${max}`;
  let format = numbers.get(key);
  if (!format) {
    format = new Intl.NumberFormat('ru-RU', {
      minimumFractionDigits: min,
      maximumFractionDigits: max,
      // «3 000» with a space from a thousand on: Intl leaves four digits together by default in some data sets.
      useGrouping: 'always',
      roundingMode: 'halfExpand',
    } as Intl.NumberFormatOptions);
    numbers.set(key, format);
  }
  return format;
}

/** Number in Russian notation, rounded half away from zero; `digits` fraction digits at most, `least` at least. */
export function formatNumber(value: number | null | undefined, digits = 0, least = 0): string {
  return value == null ? missing : numberFormat(least, digits).format(value);
}

/** A mean of points or marks: one or two digits after the comma, as printed in the regions' notes. */
export function formatMean(value: number | null | undefined, scale: 'points' | 'marks' = 'points'): string {
  return scale === 'marks' ? formatNumber(value, 2, 2) : formatNumber(value, 1, 1);
}

/** Signed change, with a real minus sign: «+2,4», «−0,3», «0». */
export function formatChange(value: number | null | undefined, digits = 1): string {
  if (value == null) return missing;
  const shown = formatNumber(Math.abs(value), digits, digits);
  const zero = !/[1-9]/.test(shown);
  // A change too small to be seen still says its direction, otherwise «▲ 0,0» would look like an error.
  if (zero && value !== 0) return `${value > 0 ? '+' : '−'}${formatNumber(Math.abs(value), 3)}`;
  return zero ? '0' : `${value > 0 ? '+' : '−'}${shown}`;
}

export interface Ratio {
  numerator: number;
  denominator: number;
}

/** Percentage of two integers, rounded half away from zero: «70,4 %», «69,0 %»; only an exact one goes whole, «70 %». */
export function formatPercent(share: Ratio | null | undefined): string {
  if (!share || share.denominator === 0) return missing;
  const whole = (share.numerator * 100) % share.denominator === 0;
  const percent = Math.round((share.numerator * 1000) / share.denominator) / 10;
  return `${formatNumber(percent, 1, whole ? 0 : 1)}${nbsp}%`;
}

export function formatPercentValue(value: number | null | undefined): string {
  return value == null ? missing : `${formatNumber(value, 1)}${nbsp}%`;
}

/** A name within a sentence: «русский язык»; an abbreviation stays as it is, «ОБЖ». */
export function lowerFirst(name: string): string {
  const [first = '', second = ''] = name;
  return second !== second.toLowerCase() ? name : first.toLowerCase() + name.slice(1);
}

/** «50 из 71»: a share always shows of how many. */
export function formatOutOf(share: Ratio | null | undefined): string {
  return share ? `${formatNumber(share.numerator)} из ${formatNumber(share.denominator)}` : missing;
}

/** «50 из 71 школы»: after «из» the noun stands in the genitive, which has its own plural forms. */
export function formatOutOfNoun(share: Ratio, genitive: Forms): string {
  return `${formatOutOf(share)}${nbsp}${plural(share.denominator, genitive)}`;
}

/** «3 000 школ». */
export function formatCount(count: number, forms: Forms): string {
  return `${formatNumber(count)}${nbsp}${plural(count, forms)}`;
}

/** A calendar day `YYYY-MM-DD` as `DD.MM.YYYY`; no time zone takes part. */
export function formatDay(day: string | null | undefined): string {
  const parts = day?.match(/^(\d{4})-(\d{2})-(\d{2})/);
  return parts ? `${parts[3]}.${parts[2]}.${parts[1]}` : missing;
}

/** An instant in the time zone of the region (said by the server), so that two people see the same hour. */
export function formatInstant(at: string | null | undefined, timeZone?: string): string {
  if (!at) return missing;
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return missing;
  return new Intl.DateTimeFormat('ru-RU', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  })
    .format(instant)
    .replace(',', '');
}

/** Today where the region is, as people say it: «воскресенье, 22 ноября». */
export function formatToday(timeZone: string, now = new Date()): string {
  return new Intl.DateTimeFormat('ru-RU', { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(now);
}

export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes}${nbsp}Б`;
  if (bytes < 1024 * 1024) return `${formatNumber(bytes / 1024, 0)}${nbsp}КБ`;
  return `${formatNumber(bytes / 1024 / 1024, 1)}${nbsp}МБ`;
}

/** A duration for people: «меньше минуты», «около 3 минут». */
export function formatDuration(seconds: number): string {
  if (seconds < 50) return 'меньше минуты';
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `около ${formatCount(minutes, ['минуты', 'минут', 'минут'])}`;
  return `около ${formatCount(Math.round(minutes / 60), ['часа', 'часов', 'часов'])}`;
}
