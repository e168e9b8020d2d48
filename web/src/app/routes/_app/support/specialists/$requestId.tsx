import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { ThingHistory } from '@/features/history/school-history';
import { requestOptions } from '@/features/support/queries';
import { RequestPage } from '@/features/support/request-page';
import { titles } from '@/features/support/titles';
import { optionalPage } from '@/lib/search-params';

export const Route = createFileRoute('/_app/support/specialists/$requestId')({
  validateSearch: z.object({ page: optionalPage }),
  loader: async ({ context: { queryClient }, params }) => {
    await Promise.all([
      queryClient.ensureQueryData(requestOptions(params.requestId)),
      queryClient.ensureQueryData(municipalitiesOptions()),
    ]);
  },
  head: () => ({ meta: [{ title: `${titles.card} – Опора` }] }),
  component: CardPage,
});

function CardPage() {
  const { requestId } = Route.useParams();
  const { me } = Route.useRouteContext();
  const { page = 1 } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <RequestPage
      requestId={requestId}
      history={
        can(me, 'history:read') ? (
          <ThingHistory
            thingId={requestId}
            page={page}
            onPage={(next) => void navigate({ search: { page: next > 1 ? next : undefined }, resetScroll: false })}
          />
        ) : null
      }
    />
  );
}
