import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, Link, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { cohortOptions } from '@/features/cohorts/queries';
import { cohortHistory } from '@/features/history/ru';
import { ThingHistory } from '@/features/history/school-history';
import { titles } from '@/features/history/titles';
import { optionalPage } from '@/lib/search-params';
import { PageHeader } from '@/ui/page-header';

export const Route = createFileRoute('/_app/cohorts/$cohortId_/history')({
  validateSearch: z.object({ page: optionalPage }),
  loader: async ({ context: { queryClient }, params }) => {
    const [cohort] = await Promise.all([
      queryClient.ensureQueryData(cohortOptions(params.cohortId)),
      queryClient.ensureQueryData(municipalitiesOptions()),
    ]);
    return { name: cohort.name };
  },
  head: ({ loaderData }) => ({ meta: [{ title: `${titles.of(loaderData?.name ?? '')} – Опора` }] }),
  component: CohortHistoryRoute,
});

function CohortHistoryRoute() {
  const { me } = Route.useRouteContext();
  const { cohortId } = Route.useParams();
  const { page } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  const cohort = useSuspenseQuery(cohortOptions(cohortId)).data;
  if (!can(me, 'history:read')) return <Forbidden />;
  return (
    <>
      <PageHeader
        title={cohortHistory.title(cohort.name)}
        above={
          <p style={{ margin: '0 0 6px' }}>
            <Link to="/cohorts/$cohortId" params={{ cohortId }}>
              {cohortHistory.back}
            </Link>
          </p>
        }
      />
      <ThingHistory
        thingId={cohortId}
        page={page ?? 1}
        onPage={(next) => void navigate({ search: { page: next > 1 ? next : undefined } })}
      />
    </>
  );
}
