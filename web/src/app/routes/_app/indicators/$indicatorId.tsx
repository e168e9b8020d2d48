import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { cohortsOptions, municipalitiesOptions } from '@/api/dictionaries';
import { IndicatorPage } from '@/features/indicators/panels/indicator-page';
import { panelChoicesOptions, rankingOptions } from '@/features/indicators/panels/queries';
import { indicatorSearch } from '@/features/indicators/panels/search';

export const Route = createFileRoute('/_app/indicators/$indicatorId')({
  validateSearch: indicatorSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ context: { queryClient }, params, deps }) => {
    const [ranking] = await Promise.all([
      queryClient.ensureQueryData(rankingOptions(params.indicatorId, deps)),
      queryClient.ensureQueryData(cohortsOptions()),
      queryClient.ensureQueryData(municipalitiesOptions()),
      queryClient.ensureQueryData(panelChoicesOptions()),
    ]);
    return { name: ranking.indicator.name };
  },
  head: ({ loaderData }) => ({ meta: [{ title: `${loaderData?.name ?? 'Показатель'} – Опора` }] }),
  component: IndicatorRoute,
});

function IndicatorRoute() {
  const { indicatorId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <IndicatorPage
      id={indicatorId}
      search={search}
      onSearch={(next) => void navigate({ search: next, resetScroll: false })}
    />
  );
}
