export interface Toast {
  id: number;
  message: string;
}

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

export const currentToasts = () => toasts;

export function listenToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function dropToast(id: number): void {
  set(toasts.filter((toast) => toast.id !== id));
}

/** A short word of success, gone after five seconds; errors stay where they happened instead. */
export function doneToast(message: string): void {
  last += 1;
  const id = last;
  set([...toasts.slice(-2), { id, message }]);
  window.setTimeout(() => dropToast(id), 5_000);
}
