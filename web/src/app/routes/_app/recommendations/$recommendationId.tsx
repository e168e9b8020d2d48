import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { ThingHistory } from '@/features/history/school-history';
import { recommendationOptions } from '@/features/recommendations/queries';
import { RecommendationPage } from '@/features/recommendations/recommendation-page';
import { titles } from '@/features/recommendations/titles';
import { optionalPage } from '@/lib/search-params';

export const Route = createFileRoute('/_app/recommendations/$recommendationId')({
  validateSearch: z.object({ page: optionalPage }),
  loader: async ({ context: { queryClient }, params }) => {
    const [{ to }] = await Promise.all([
      queryClient.ensureQueryData(recommendationOptions(params.recommendationId)),
      queryClient.ensureQueryData(municipalitiesOptions()),
    ]);
    return { name: to.name };
  },
  head: ({ loaderData }) => ({ meta: [{ title: `${titles.list}: ${loaderData?.name ?? ''} – Опора` }] }),
  component: CardPage,
});

function CardPage() {
  const { recommendationId } = Route.useParams();
  const { me } = Route.useRouteContext();
  const { page = 1 } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <RecommendationPage
      recommendationId={recommendationId}
      history={
        can(me, 'history:read') ? (
          <ThingHistory
            thingId={recommendationId}
            page={page}
            onPage={(next) => void navigate({ search: { page: next > 1 ? next : undefined }, resetScroll: false })}
          />
        ) : null
      }
    />
  );
}
