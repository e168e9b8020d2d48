import { useRef } from 'react';

/** Seconds left by the mean speed since the first report, or null while fewer than two seconds have been seen. */
export function estimate(
  startedAt: number,
  startedWith: number,
  now: number,
  done: number,
  total: number,
): number | null {
  const seconds = (now - startedAt) / 1000;
  const rows = done - startedWith;
  if (seconds < 2 || rows <= 0 || total <= done) return null;
  return Math.ceil(((total - done) * seconds) / rows);
}

export function useEta(done: number, total: number): number | null {
  const first = useRef<{ at: number; done: number } | null>(null);
  const now = performance.now();
  first.current ??= { at: now, done };
  if (done < first.current.done) first.current = { at: now, done };
  return estimate(first.current.at, first.current.done, now, done, total);
}
