import { type RefObject, useEffect, useRef } from 'react';
import { cellInput, commitInput, onGridKey } from './grid-keys';
import type { GridStore } from './store';

export interface GridActions {
  onFocus: (key: string) => void;
  onOpen: (key: string) => void;
  onUndo: () => void;
  /** True when the text was a block, and is ours. */
  onPaste: (key: string, text: string) => boolean;
}

/** One listener for all cells beneath an element. */
export function useGridEvents(root: RefObject<HTMLElement | null>, actions: GridActions & { store: GridStore }): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const element = root.current;
    if (!element) return undefined;
    const stop = new AbortController();
    const on = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void) =>
      element.addEventListener(type, listener, { signal: stop.signal });
    on('keydown', (event) => {
      const { store, onOpen, onUndo } = latest.current;
      if (onGridKey(event, { root: element, store, onOpen, onUndo })) event.preventDefault();
    });
    on('focusin', (event) => {
      const input = cellInput(event.target);
      if (!input?.dataset.cell) return;
      input.select();
      latest.current.onFocus(input.dataset.cell);
    });
    on('focusout', (event) => {
      const input = cellInput(event.target);
      if (input) commitInput(latest.current.store, input);
    });
    on('paste', (event) => {
      const key = cellInput(event.target)?.dataset.cell;
      if (key && latest.current.onPaste(key, event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault();
    });
    return () => stop.abort();
  }, [root]);
}
