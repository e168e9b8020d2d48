import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { can } from '@/api/session';
import { ThingHistory } from '@/features/history/school-history';
import { selectionOptions } from '@/features/selections/queries';
import { SelectionPage } from '@/features/selections/selection-page';
import { titles } from '@/features/selections/titles';
import { optionalPage } from '@/lib/search-params';

export const Route = createFileRoute('/_app/support/selections/$selectionId')({
  validateSearch: z.object({ page: optionalPage }),
  loader: async ({ context: { queryClient }, params }) => {
    await queryClient.ensureQueryData(selectionOptions(params.selectionId));
  },
  head: () => ({ meta: [{ title: `${titles.list} – Опора` }] }),
  component: CardScreen,
});

function CardScreen() {
  const { selectionId } = Route.useParams();
  const { me } = Route.useRouteContext();
  const { page = 1 } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <SelectionPage
      selectionId={selectionId}
      history={
        can(me, 'history:read') ? (
          <ThingHistory
            thingId={selectionId}
            page={page}
            onPage={(next) => void navigate({ search: { page: next > 1 ? next : undefined }, resetScroll: false })}
          />
        ) : null
      }
    />
  );
}
