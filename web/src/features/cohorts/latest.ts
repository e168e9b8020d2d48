import type { CohortSummary } from '@/api/gen/types.gen';

/** The list of the newest year; of two in one year, the later order. */
export function latestCohort(cohorts: readonly CohortSummary[]): CohortSummary | undefined {
  return [...cohorts].sort((a, b) => b.period.localeCompare(a.period) || b.orderDate.localeCompare(a.orderDate))[0];
}
