import type { ImportError } from '@/api/gen/types.gen';

export interface ErrorGroup {
  error: ImportError;
  /** In how many results of the row: a wrong cell of a wide table spoils each of them. */
  times: number;
}

/** One entry a wrong cell, so that it is read and mended once. */
export function byCell(errors: readonly ImportError[]): ErrorGroup[] {
  const groups = new Map<string, ErrorGroup>();
  for (const error of errors) {
    const { row, column, code, message, pointer, index } = error;
    // Without a place in the file (a batch of a program) every error stands for itself.
    const place = row == null ? `${index}-${pointer}` : `${row}-${column}`;
    const key = `${place}-${code}-${message}`;
    const group = groups.get(key);
    if (group) group.times += 1;
    else groups.set(key, { error, times: 1 });
  }
  return [...groups.values()];
}
