/** Names out of what was pasted: one a line, of a table the first cell that holds letters; numbering goes. */
export const namesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.split('\t').find((cell) => /\p{L}/u.test(cell)) ?? '')
    .map((name) =>
      name
        .replace(/^\s*\d+[.)]?\s+/, '')
        .replace(/[\s\u00a0]+/g, ' ')
        .trim(),
    )
    .filter((name) => name !== '');
