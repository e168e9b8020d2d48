import { createFileRoute } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { PersonPage } from '@/features/people/person-page';
import { personOptions } from '@/features/people/queries';
import { titles } from '@/features/people/titles';

export const Route = createFileRoute('/_app/people/$personId')({
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([
      queryClient.ensureQueryData(personOptions(params.personId)),
      queryClient.ensureQueryData(municipalitiesOptions()),
    ]),
  head: () => ({ meta: [{ title: `${titles.list} – Опора` }] }),
  component: PersonRoute,
});

function PersonRoute() {
  return <PersonPage personId={Route.useParams().personId} />;
}
