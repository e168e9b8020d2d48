import { useCallback, useMemo, useState } from 'react';
import type { GridColumn } from '@/api/gen/types.gen';
import { isBlock, parseBlock } from '@/lib/clipboard-grid';
import { cellKey, type Field, fields, type Line, tracksOf } from './model';
import { planPaste } from './paste';
import type { GridStore } from './store';

interface Sheet {
  store: GridStore;
  lines: readonly Line[];
  columns: readonly GridColumn[];
  /** What of each period is typed. */
  typed: readonly Field[];
}

interface Pasted {
  block: string[][];
  key: string;
}

/** A block from a spreadsheet from its pasting to its being written. */
export function usePaste({ store, lines, columns, typed }: Sheet) {
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const [chosen, setFirst] = useState<'target' | 'base'>('target');
  const onPaste = useCallback((key: string, text: string) => {
    if (!isBlock(text)) return false;
    setPasted({ block: parseBlock(text), key });
    setFirst('target');
    return true;
  }, []);
  const spot = pasted ? store.spot(pasted.key) : undefined;
  // Programmes write the start before the target: while its column is hidden, one is asked which of them comes first.
  const asked = spot?.field === 'target' && !typed.includes('base') && (pasted?.block[0]?.length ?? 0) > 1;
  const first = asked ? chosen : null;
  const shown = typed.join();
  const plan = useMemo(() => {
    if (!pasted || !spot) return null;
    const of = first === 'base' ? fields : fields.filter((field) => shown.split(',').includes(field));
    const start = first === 'base' ? cellKey(spot.line, spot.column.period, 'base') : pasted.key;
    return planPaste(pasted.block, lines, tracksOf(columns, of), start, store);
  }, [pasted, spot, first, shown, lines, columns, store]);
  const close = () => setPasted(null);
  return {
    onPaste,
    plan,
    /** What the first column of the block is; null when it needs no asking. */
    first,
    onFirst: setFirst,
    apply: () => {
      if (plan) store.putAll(plan.accepted, true);
      close();
    },
    close,
  };
}
