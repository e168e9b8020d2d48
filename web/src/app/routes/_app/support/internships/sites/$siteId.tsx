import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { subjectsOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { ThingHistory } from '@/features/history/school-history';
import { siteOptions } from '@/features/internships/queries';
import { SitePage } from '@/features/internships/site-page';
import { titles } from '@/features/internships/titles';
import { optionalPage } from '@/lib/search-params';

export const Route = createFileRoute('/_app/support/internships/sites/$siteId')({
  validateSearch: z.object({ page: optionalPage }),
  loader: async ({ context: { queryClient }, params }) => {
    await queryClient.ensureQueryData(subjectsOptions());
    await queryClient.ensureQueryData(siteOptions(params.siteId));
  },
  head: () => ({ meta: [{ title: `${titles.site} – Опора` }] }),
  component: CardScreen,
});

function CardScreen() {
  const { siteId } = Route.useParams();
  const { me } = Route.useRouteContext();
  const { page = 1 } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <SitePage
      siteId={siteId}
      history={
        can(me, 'history:read') ? (
          <ThingHistory
            thingId={siteId}
            page={page}
            onPage={(next) => void navigate({ search: { page: next > 1 ? next : undefined }, resetScroll: false })}
          />
        ) : null
      }
    />
  );
}
