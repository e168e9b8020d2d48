/**
 * Rows and cells of what a spreadsheet puts on the clipboard: tabs between cells, newlines between rows. A cell that holds a tab, a
 * newline or a quote comes in quotes, with the quotes inside doubled. The newline that ends the last row is no row of its own.
 */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const plain = text.replace(/\r\n?/g, '\n');
  const source = plain.endsWith('\n') ? plain.slice(0, -1) : plain;
  while (at <= source.length) {
    const quoted = source[at] === '"' ? quotedCell(source, at) : null;
    const { cell, end } = quoted ?? plainCell(source, at);
    row.push(tidy(cell));
    if (source[end] === '\t') {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = end + 1;
  }
  const width = Math.max(...rows.map((cells) => cells.length));
  return rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')]);
}

/** Whether a text is a block, not one cell's worth: only then the browser's own pasting is not enough. */
export function isBlock(text: string): boolean {
  return /[\t\n\r]/.test(text.replace(/[\r\n]+$/, ''));
}

function plainCell(source: string, start: number) {
  const next = source.slice(start).search(/[\t\n]/);
  const end = next < 0 ? source.length : start + next;
  return { cell: source.slice(start, end), end };
}

/** Null when the quote is a character of the cell, as in «"а" класс». */
function quotedCell(source: string, start: number) {
  let cell = '';
  let at = start + 1;
  while (at < source.length) {
    if (source[at] !== '"') cell += source[at];
    else if (source[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else {
      const end = at + 1;
      return end === source.length || /[\t\n]/.test(source[end] ?? '') ? { cell, end } : null;
    }
    at += 1;
  }
  return null;
}

/** Spreadsheets pad with spaces that do not break, and break long texts within a cell. */
function tidy(cell: string): string {
  return cell
    .replace(/[\u00a0\u202f\u2007]/g, ' ')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}
