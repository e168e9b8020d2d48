import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { ThingHistory } from '@/features/history/school-history';
import { OrganisationPage } from '@/features/organisations/organisation-page';
import { organisationOptions } from '@/features/organisations/queries';
import { optionalPage } from '@/lib/search-params';

export const Route = createFileRoute('/_app/organisations/$organisationId')({
  validateSearch: z.object({ page: optionalPage }),
  loader: async ({ context: { queryClient }, params }) => {
    const [{ name }] = await Promise.all([
      queryClient.ensureQueryData(organisationOptions(params.organisationId)),
      queryClient.ensureQueryData(municipalitiesOptions()),
    ]);
    return { name };
  },
  head: ({ loaderData }) => ({ meta: [{ title: `${loaderData?.name ?? 'Организация'} – Опора` }] }),
  component: CardPage,
});

function CardPage() {
  const { organisationId } = Route.useParams();
  const { me } = Route.useRouteContext();
  const { page = 1 } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <OrganisationPage
      organisationId={organisationId}
      history={
        can(me, 'history:read') ? (
          <ThingHistory
            thingId={organisationId}
            page={page}
            onPage={(next) => void navigate({ search: { page: next > 1 ? next : undefined }, resetScroll: false })}
          />
        ) : null
      }
    />
  );
}
