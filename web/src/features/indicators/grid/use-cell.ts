import { useCallback, useSyncExternalStore } from 'react';
import type { CellState } from './cell-states';
import type { GridStore, Summary } from './store';

/** One cell, drawn again when it alone has changed. */
export function useCell(store: GridStore, key: string): CellState | undefined {
  const listen = useCallback((listener: () => void) => store.listen(key, listener), [store, key]);
  return useSyncExternalStore(listen, () => store.cell(key));
}

export function useSummary(store: GridStore): Summary {
  return useSyncExternalStore(store.listenToSummary, store.summary);
}
