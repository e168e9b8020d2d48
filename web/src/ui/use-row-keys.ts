import type { RefObject } from 'react';
import { useShortcuts } from '@/lib/keys';

/** j/k and arrows move the focus from row link to row link; Enter then opens it as a link does. */
export function useRowKeys(root: RefObject<HTMLElement | null>): void {
  function move(event: KeyboardEvent, step: 1 | -1) {
    const links = [...(root.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
    if (links.length === 0) return;
    const at = links.indexOf(document.activeElement as HTMLElement);
    // Arrows scroll the page unless a row already has the focus.
    if (at < 0 && event.code.startsWith('Arrow')) return;
    event.preventDefault();
    links[Math.max(0, Math.min(links.length - 1, at + step))]?.focus();
  }
  useShortcuts({
    KeyJ: (event) => move(event, 1),
    KeyK: (event) => move(event, -1),
    ArrowDown: (event) => move(event, 1),
    ArrowUp: (event) => move(event, -1),
  });
}
