import { createFileRoute } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { AddOrganisation } from '@/features/organisations/add-organisation';
import { titles } from '@/features/organisations/titles';

export const Route = createFileRoute('/_app/organisations/new')({
  loader: ({ context }) => context.queryClient.ensureQueryData(municipalitiesOptions()),
  head: () => ({ meta: [{ title: `${titles.add} – Опора` }] }),
  component: NewPage,
});

function NewPage() {
  const { me } = Route.useRouteContext();
  return can(me, 'organisations:write') ? <AddOrganisation /> : <Forbidden />;
}
