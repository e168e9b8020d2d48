import { createFileRoute } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { cohortsOptions } from '@/api/dictionaries';
import { CohortList } from '@/features/cohorts/cohort-list';
import { titles } from '@/features/cohorts/titles';
import { optionalOf } from '@/lib/search-params';

export const Route = createFileRoute('/_app/cohorts/')({
  validateSearch: z.object({ empty: optionalOf(['true']) }),
  loader: ({ context }) => context.queryClient.ensureQueryData(cohortsOptions()),
  head: () => ({ meta: [{ title: `${titles.list} – Опора` }] }),
  component: CohortsPage,
});

function CohortsPage() {
  return <CohortList emptyOnly={Route.useSearch().empty === 'true'} />;
}
