import type { CohortSummary } from '@/api/gen/types.gen';

/** Lists by programme year, the newest first; of two in one year, the later order. */
export function newestFirst(cohorts: readonly CohortSummary[]): CohortSummary[] {
  return [...cohorts].sort((a, b) => b.period.localeCompare(a.period) || b.orderDate.localeCompare(a.orderDate));
}
