import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { announce } from './announce';

interface PrintAll<Row> {
  /** All filtered rows while the sheet is printed, otherwise undefined. */
  rows: Row[] | undefined;
  busy: boolean;
  error: unknown;
  print: () => void;
}

/** Prints every filtered row, not only the page on screen: also when asked for with Ctrl+P. */
export function usePrintAll<Row>(fetchAll: () => Promise<Row[]>): PrintAll<Row> {
  const [rows, setRows] = useState<Row[]>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function prepare() {
    if (busy) return;
    setBusy(true);
    setError(null);
    announce('Готовим печать');
    try {
      const all = await fetchAll();
      flushSync(() => setRows(all));
      window.print();
    } catch (reason) {
      setError(reason);
    } finally {
      setRows(undefined);
      setBusy(false);
    }
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyP' || event.shiftKey || event.altKey) return;
      event.preventDefault();
      void prepare();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  return { rows, busy, error, print: () => void prepare() };
}

/** Reads a list page by page to its end; 200 rows is the most that the server gives at once. */
export async function readAll<Row>(
  readPage: (page: number, pageSize: number) => Promise<{ items: Row[]; total: number }>,
): Promise<Row[]> {
  const pageSize = 200;
  const all: Row[] = [];
  for (let page = 1; ; page += 1) {
    const answer = await readPage(page, pageSize);
    all.push(...answer.items);
    if (all.length >= answer.total || answer.items.length === 0) return all;
  }
}
