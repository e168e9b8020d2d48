import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { can } from '@/api/session';
import { ThingHistory } from '@/features/history/school-history';
import { PartnershipPage } from '@/features/partnerships/partnership-page';
import { partnershipOptions } from '@/features/partnerships/queries';
import { titles } from '@/features/partnerships/titles';
import { optionalPage } from '@/lib/search-params';

export const Route = createFileRoute('/_app/support/partnerships/$partnershipId')({
  validateSearch: z.object({ page: optionalPage }),
  loader: async ({ context: { queryClient }, params }) => {
    const { number } = await queryClient.ensureQueryData(partnershipOptions(params.partnershipId));
    return { number };
  },
  head: ({ loaderData }) => ({ meta: [{ title: `${titles.list}: ${loaderData?.number ?? ''} – Опора` }] }),
  component: CardPage,
});

function CardPage() {
  const { partnershipId } = Route.useParams();
  const { me } = Route.useRouteContext();
  const { page = 1 } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <PartnershipPage
      partnershipId={partnershipId}
      history={
        can(me, 'history:read') ? (
          <ThingHistory
            thingId={partnershipId}
            page={page}
            onPage={(next) => void navigate({ search: { page: next > 1 ? next : undefined }, resetScroll: false })}
          />
        ) : null
      }
    />
  );
}
