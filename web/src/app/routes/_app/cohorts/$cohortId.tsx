import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { CohortPage } from '@/features/cohorts/cohort-page';
import { cohortOptions, membersOptions } from '@/features/cohorts/queries';
import { membersSearch } from '@/features/cohorts/search';

export const Route = createFileRoute('/_app/cohorts/$cohortId')({
  validateSearch: membersSearch,
  loader: async ({ context: { queryClient }, params, location }) => {
    const [cohort] = await Promise.all([
      queryClient.ensureQueryData(cohortOptions(params.cohortId)),
      queryClient.ensureQueryData(membersOptions(params.cohortId, membersSearch.parse(location.search))),
    ]);
    return { name: cohort.name };
  },
  head: ({ loaderData }) => ({ meta: [{ title: `${loaderData?.name ?? 'Список'} – Опора` }] }),
  component: CohortRoute,
});

function CohortRoute() {
  const { cohortId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <CohortPage
      cohortId={cohortId}
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: next.search !== search.search, resetScroll: false })}
    />
  );
}
