import { createFileRoute } from '@tanstack/react-router';
import { cohortsOptions } from '@/api/dictionaries';
import { CohortList } from '@/features/cohorts/cohort-list';
import { ru } from '@/features/cohorts/ru';

export const Route = createFileRoute('/_app/cohorts/')({
  loader: ({ context }) => context.queryClient.ensureQueryData(cohortsOptions()),
  head: () => ({ meta: [{ title: `${ru.title} – Опора` }] }),
  component: CohortList,
});
