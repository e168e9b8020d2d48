import { createFileRoute } from '@tanstack/react-router';
import { OrganisationPage } from '@/features/organisations/organisation-page';
import { organisationOptions } from '@/features/organisations/queries';

export const Route = createFileRoute('/_app/organisations/$organisationId')({
  loader: async ({ context, params }) => {
    const { name } = await context.queryClient.ensureQueryData(organisationOptions(params.organisationId));
    return { name };
  },
  head: ({ loaderData }) => ({ meta: [{ title: `${loaderData?.name ?? 'Организация'} – Опора` }] }),
  component: CardPage,
});

function CardPage() {
  const { organisationId } = Route.useParams();
  return <OrganisationPage organisationId={organisationId} />;
}
