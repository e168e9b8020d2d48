import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { Forbidden } from '@/app/error-pages';
import { EditOrganisation } from '@/features/organisations/edit-organisation';
import { organisationOptions } from '@/features/organisations/queries';
import { titles } from '@/features/organisations/titles';

export const Route = createFileRoute('/_app/organisations/$organisationId_/edit')({
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([
      queryClient.ensureQueryData(organisationOptions(params.organisationId)),
      queryClient.ensureQueryData(municipalitiesOptions()),
    ]),
  head: () => ({ meta: [{ title: `${titles.edit} – Опора` }] }),
  component: EditPage,
});

function EditPage() {
  const { organisationId } = Route.useParams();
  const { editable } = useSuspenseQuery(organisationOptions(organisationId)).data;
  return editable ? <EditOrganisation organisationId={organisationId} /> : <Forbidden />;
}
