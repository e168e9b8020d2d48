import { createFileRoute } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { CreateClient } from '@/features/clients/create-client';
import { titles } from '@/features/clients/titles';

export const Route = createFileRoute('/_app/clients/new')({
  loader: ({ context }) => context.queryClient.ensureQueryData(municipalitiesOptions()),
  head: () => ({ meta: [{ title: `${titles.add} – Опора` }] }),
  component: NewClientRoute,
});

function NewClientRoute() {
  const { me } = Route.useRouteContext();
  return can(me, 'clients:write') ? <CreateClient /> : <Forbidden />;
}
