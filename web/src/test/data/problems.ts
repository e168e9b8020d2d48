import type { Problem } from '@/api/problem';

export function problem(status: number, code: string, title: string, more: Partial<Problem> = {}): Problem {
  return { type: `/problems/${code}`, status, code, title, detail: '', traceId: '00-4bf92f3577b34da6-01', ...more };
}
