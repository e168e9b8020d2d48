import type { CellFault, GridIndicator } from '@/api/gen/types.gen';
import { formatNumber } from '@/lib/format';
import { faults } from './ru';

type Ruled = Pick<GridIndicator, 'unit' | 'minimum' | 'maximum' | 'range'>;

const missingWords = new Set(['', 'н/д', '#н/д', 'n/a', '#n/a', 'н.д.', 'нд', 'нет', 'нет данных']);
const yesWords = new Set(['да', 'yes', 'true', 'истина', '1', '+']);
const noWords = new Set(['нет', 'no', 'false', 'ложь', '0']);

/** Whether the text says that there is no value; «нет» is an answer where yes or no is asked. */
export function isMissing(text: string, unit?: GridIndicator['unit']): boolean {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/^[-–—−]+$/, '');
  return missingWords.has(word) && !(unit === 'YesNo' && word === 'нет');
}

/**
 * What is surely wrong with a typed text; null when the server may be asked. Only the server decides: this tells at once what it would
 * refuse anyway, and makes the preview of a pasted block possible.
 */
export function faultOf(indicator: Ruled, text: string): CellFault | null {
  const typed = text.trim();
  if (isMissing(typed, indicator.unit)) return null;
  if (indicator.unit === 'YesNo') {
    const word = typed.toLowerCase();
    return yesWords.has(word) || noWords.has(word) ? null : fault('not-yes-or-no', faults.notYesNo(typed), 'да, нет');
  }
  const share = indicator.unit === 'Share' ? shareParts(typed) : null;
  if (share) return shareFault(share, indicator);
  const number = numberOf(indicator.unit === 'Share' ? typed.replace(/\s*%$/, '') : typed);
  if (number === null) {
    return indicator.unit === 'Share'
      ? fault('number-invalid', faults.notShare(typed), '12/43, 12 из 43, 27,9')
      : fault('number-invalid', faults.notNumber(typed), '73,4');
  }
  if (indicator.unit === 'Count' && !Number.isInteger(number)) return fault('count-not-whole', faults.notWhole, null);
  return rangeFault(number, indicator);
}

function rangeFault(number: number, { minimum, maximum, range }: Ruled): CellFault | null {
  const out = (minimum !== null && number < minimum) || (maximum !== null && number > maximum);
  return out ? fault('value-out-of-range', faults.outOfRange(formatNumber(number, 3)), range) : null;
}

function shareFault([part, whole]: [string, string], { maximum }: Ruled): CellFault | null {
  const numerator = numberOf(part);
  const denominator = numberOf(whole);
  if (numerator === null || denominator === null || !Number.isInteger(numerator) || !Number.isInteger(denominator))
    return fault('number-invalid', faults.notShare(`${part}/${whole}`), '12/43, 12 из 43, 27,9');
  if (denominator <= 0) return fault('denominator-not-positive', faults.denominator, '1 или больше');
  if (numerator < 0) return fault('numerator-negative', faults.numerator, '0 или больше');
  if (numerator > denominator && maximum === 100)
    return fault('numerator-above-denominator', faults.above(numerator, denominator), `0–${denominator}`);
  return null;
}

/** «12/43», «12 из 43», also with the percentage shown behind: «12 из 43 (27,9 %)». */
function shareParts(text: string): [string, string] | null {
  const [, part, whole] = /^(.+?)\s*(?:\/|из)\s*([^(]+?)(?:\s*\(.*%\s*\))?$/iu.exec(text) ?? [];
  return part && whole ? [part.trim(), whole.trim()] : null;
}

/** A Russian number: comma or point, spaces between thousands; null when it is none. */
export function numberOf(text: string): number | null {
  const compact = text.replace(/[\s\u00a0\u202f]/g, '').replace(/^[−–]/, '-');
  return /^[+-]?(?=.*\d)\d*(?:[.,]\d*)?$/.test(compact) ? Number(compact.replace(',', '.')) : null;
}

const fault = (code: string, message: string, allowed: string | null): CellFault => ({ code, message, allowed });
