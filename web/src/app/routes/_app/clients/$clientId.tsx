import { createFileRoute } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { ClientPage } from '@/features/clients/client-page';
import { clientOptions } from '@/features/clients/queries';

export const Route = createFileRoute('/_app/clients/$clientId')({
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
  return <ClientPage clientId={Route.useParams().clientId} />;
}
