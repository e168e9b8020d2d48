import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import { AssociationPage } from '@/features/events/association-page';
import { associationOptions } from '@/features/events/queries';
import { membersSearch } from '@/features/events/search';
import { titles } from '@/features/events/titles';

export const Route = createFileRoute('/_app/training/associations/$associationId')({
  validateSearch: membersSearch,
  loader: async ({ context: { queryClient }, params: { associationId } }) => {
    const [association] = await Promise.all([
      queryClient.ensureQueryData(associationOptions(associationId)),
      queryClient.ensureQueryData(municipalitiesOptions()),
      queryClient.ensureQueryData(subjectsOptions()),
    ]);
    return { name: association.name };
  },
  head: ({ loaderData }) => ({ meta: [{ title: `${loaderData?.name ?? titles.association} – Опора` }] }),
  component: CardPage,
});

function CardPage() {
  const { associationId } = Route.useParams();
  const { page = 1 } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <AssociationPage
      associationId={associationId}
      page={page}
      onPage={(next) => void navigate({ search: { page: next > 1 ? next : undefined }, resetScroll: false })}
    />
  );
}
