import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { ClientPage } from '@/features/clients/client-page';
import { clientOptions } from '@/features/clients/queries';
import { ThingHistory } from '@/features/history/school-history';
import { optionalPage } from '@/lib/search-params';

export const Route = createFileRoute('/_app/clients/$clientId')({
  validateSearch: z.object({ page: optionalPage }),
  loader: async ({ context: { queryClient }, params }) => {
    const [client] = await Promise.all([
      queryClient.ensureQueryData(clientOptions(params.clientId)),
      queryClient.ensureQueryData(municipalitiesOptions()),
    ]);
    return { name: client.name };
  },
  head: ({ loaderData }) => ({ meta: [{ title: `${loaderData?.name ?? 'Ключи API'} – Опора` }] }),
  component: ClientRoute,
});

function ClientRoute() {
  const { clientId } = Route.useParams();
  const { me } = Route.useRouteContext();
  const { page = 1 } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <>
      <ClientPage clientId={clientId} />
      {can(me, 'history:read') ? (
        <div style={{ marginTop: 16 }}>
          <ThingHistory
            thingId={clientId}
            page={page}
            onPage={(next) => void navigate({ search: { page: next > 1 ? next : undefined }, resetScroll: false })}
          />
        </div>
      ) : null}
    </>
  );
}
