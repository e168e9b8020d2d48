/**
 * Folds text for comparison in the browser the way the server does for search: lower case, «ё» as «е», quotes and
 * dashes gone, «№ 2», «№2», «N 2» and «n2» alike, one space between words.
 */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/(?:№|\bn)\s*(?=\d)/g, '№')
    .replace(/[«»"'„“”`]/g, ' ')
    .replace(/[-–—]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
