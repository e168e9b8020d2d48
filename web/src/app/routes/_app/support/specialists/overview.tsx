import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { OverviewPage } from '@/features/support/overview-page';
import { overviewOptions } from '@/features/support/queries';
import { overviewSearch } from '@/features/support/search';
import { SupportTabs } from '@/features/support/support-tabs';
import { titles } from '@/features/support/titles';

export const Route = createFileRoute('/_app/support/specialists/overview')({
  validateSearch: overviewSearch,
  // No loaderDeps: entering waits for the figures, while a change of filters keeps the page and its focus in place.
  loader: ({ context: { queryClient, me }, location }) =>
    can(me, 'support:read')
      ? Promise.all([
          queryClient.ensureQueryData(overviewOptions(overviewSearch.parse(location.search))),
          queryClient.ensureQueryData(municipalitiesOptions()),
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.overview} – Опора` }] }),
  component: FiguresPage,
});

function FiguresPage() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'support:read')) return <Forbidden />;
  return (
    <>
      <SupportTabs open="overview" />
      <OverviewPage search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />
    </>
  );
}
