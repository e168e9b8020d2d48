import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { SectionTabs } from '@/features/indicators/section-tabs';
import { recommendationsOptions } from '@/features/recommendations/queries';
import { RecommendationList } from '@/features/recommendations/recommendation-list';
import { recommendationSearch } from '@/features/recommendations/search';
import { titles } from '@/features/recommendations/titles';

export const Route = createFileRoute('/_app/recommendations/')({
  validateSearch: recommendationSearch,
  // No loaderDeps: entering waits for the list, while a change of filters keeps the page and its focus in place.
  loader: ({ context: { queryClient, me }, location }) =>
    can(me, 'recommendations:read')
      ? Promise.all([
          queryClient.ensureQueryData(recommendationsOptions(recommendationSearch.parse(location.search))),
          queryClient.ensureQueryData(municipalitiesOptions()),
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.list} – Опора` }] }),
  component: RecommendationsPage,
});

function RecommendationsPage() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'recommendations:read')) return <Forbidden />;
  return (
    <>
      <SectionTabs />
      <RecommendationList search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />
    </>
  );
}
