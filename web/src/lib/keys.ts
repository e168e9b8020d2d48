import { useEffect, useRef } from 'react';

let letterKeys = true;

/** Single-letter keys can be switched off (WCAG 2.1.4): the person's own choice, kept by the server. */
export function setLetterKeys(on: boolean): void {
  letterKeys = on;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

/** A dialog or menu owns the keyboard while it is open. */
function hasLayer(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]') !== null;
}

/** Key of the US layout by `event.code`, so that keys work in the Russian layout too: «KeyJ», «Slash», «Shift+Slash». */
export function keyName(event: KeyboardEvent): string {
  // On the Russian layout «?» and «/» stand on other keys: both the place and the character count.
  if (event.key === '?') return 'Shift+Slash';
  if (event.key === '/') return 'Slash';
  return event.shiftKey ? `Shift+${event.code}` : event.code;
}

export type Shortcuts = Record<string, (event: KeyboardEvent) => void>;

/** Listens to keys of the page; silent while one types, while a dialog is open, or when letter keys are off. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const name = keyName(event);
      const single = /^(Shift\+)?(Key|Digit|Slash)/.test(name);
      if (isTyping(event.target) || hasLayer() || (single && !letterKeys)) return;
      const action = current.current[name];
      if (action) action(event);
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
