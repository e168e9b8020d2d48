import type { GridStore } from './store';

type Cell = HTMLInputElement;

/** The input of a cell among those of a grid; null for anything else. */
export function cellInput(target: EventTarget | null): Cell | null {
  return target instanceof HTMLInputElement && target.dataset.cell ? target : null;
}

/** What was typed into an input becomes the store's. */
export function commitInput(store: GridStore, input: Cell): void {
  const key = input.dataset.cell;
  if (key && !input.readOnly && input.value.trim() !== store.text(key)) store.put(key, input.value);
}

/** Commits what stands in the cell that has the focus, if one has it. */
export function commitActive(store: GridStore): void {
  const input = cellInput(document.activeElement);
  if (input) commitInput(store, input);
}

/** Whether something is being typed that the store has not got yet. */
export function isTyping(store: GridStore): boolean {
  const input = cellInput(document.activeElement);
  return Boolean(input?.dataset.cell && !input.readOnly && input.value.trim() !== store.text(input.dataset.cell));
}

export function focusCell(key: string): void {
  const input = document.querySelector<Cell>(`input[data-cell="${CSS.escape(key)}"]`);
  input?.focus();
  input?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** The next cell of the row or column: where a part of an indicator has no target, the one after it. */
function move(root: HTMLElement, input: Cell, way: 'row' | 'column', step: 1 | -1): boolean {
  const [row = '', column = ''] = (input.dataset.at ?? '').split(':');
  const line = root.querySelectorAll<Cell>(
    way === 'row' ? `input[data-at^="${row}:"]` : `input[data-at$=":${column}"]`,
  );
  const next = line[[...line].indexOf(input) + step];
  next?.focus();
  return Boolean(next);
}

/** With the caret at the edge of the text, or all of it selected, an arrow leaves the cell. */
function leaves(input: Cell, side: -1 | 1): boolean {
  const { selectionStart: start, selectionEnd: end, value } = input;
  if (input.readOnly || (start === 0 && end === value.length)) return true;
  return side < 0 ? end === 0 : start === value.length;
}

interface Keys {
  root: HTMLElement;
  store: GridStore;
  onOpen: (key: string) => void;
  onUndo: () => void;
}

/** The keyboard of a spreadsheet; true when the key was ours. */
export function onGridKey(event: KeyboardEvent, { root, store, onOpen, onUndo }: Keys): boolean {
  const input = cellInput(event.target);
  const key = input?.dataset.cell;
  if (!input || !key || event.altKey) return false;
  const command = event.ctrlKey || event.metaKey;
  if (command && event.key === 'Enter') {
    commitInput(store, input);
    onOpen(key);
    return true;
  }
  if (command && event.code === 'KeyZ' && !event.shiftKey && (input.readOnly || input.value === store.text(key))) {
    onUndo();
    return true;
  }
  if (command) return false;
  const down = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey);
  if (down || event.key === 'ArrowUp' || event.key === 'Enter') {
    if (!move(root, input, 'column', down ? 1 : -1)) {
      // The last one has nowhere to go: what was typed is saved where it stands.
      commitInput(store, input);
      input.select();
    }
    return true;
  }
  if (event.key === 'ArrowLeft' && !event.shiftKey && leaves(input, -1)) return move(root, input, 'row', -1);
  if (event.key === 'ArrowRight' && !event.shiftKey && leaves(input, 1)) return move(root, input, 'row', 1);
  if (event.key === 'Escape') return restore(store, input, key);
  return false;
}

/** First the typing goes, then a text that could not be saved. */
function restore(store: GridStore, input: Cell, key: string): boolean {
  const typed = input.value !== store.text(key);
  const phase = store.cell(key)?.phase;
  if (!typed && phase !== 'invalid' && phase !== 'conflict' && phase !== 'failed') return false;
  if (!typed) store.drop(key);
  input.value = store.text(key);
  input.select();
  return true;
}
