import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { can } from '@/api/session';
import { ThingHistory } from '@/features/history/school-history';
import { DefinitionPage } from '@/features/indicators/definitions/definition-page';
import { definitionOptions } from '@/features/indicators/definitions/queries';
import { optionalPage } from '@/lib/search-params';

export const Route = createFileRoute('/_app/indicators/definitions/$indicatorId')({
  validateSearch: z.object({ page: optionalPage }),
  loader: async ({ context: { queryClient }, params }) => {
    const { name } = await queryClient.ensureQueryData(definitionOptions(params.indicatorId));
    return { name };
  },
  head: ({ loaderData }) => ({ meta: [{ title: `${loaderData?.name ?? 'Показатель'} – Опора` }] }),
  component: CardPage,
});

function CardPage() {
  const { indicatorId } = Route.useParams();
  const { me } = Route.useRouteContext();
  const { page = 1 } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <DefinitionPage
      indicatorId={indicatorId}
      history={
        can(me, 'history:read') ? (
          <ThingHistory
            thingId={indicatorId}
            page={page}
            onPage={(next) => void navigate({ search: { page: next > 1 ? next : undefined }, resetScroll: false })}
          />
        ) : null
      }
    />
  );
}
