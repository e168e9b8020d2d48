import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { Forbidden } from '@/app/error-pages';
import { EditPartnership } from '@/features/partnerships/edit-partnership';
import { partnershipOptions } from '@/features/partnerships/queries';
import { titles } from '@/features/partnerships/titles';

export const Route = createFileRoute('/_app/support/partnerships/$partnershipId_/edit')({
  loader: ({ context: { queryClient }, params }) =>
    queryClient.ensureQueryData(partnershipOptions(params.partnershipId)),
  head: () => ({ meta: [{ title: `${titles.edit} – Опора` }] }),
  component: EditPage,
});

function EditPage() {
  const { partnershipId } = Route.useParams();
  const { editable } = useSuspenseQuery(partnershipOptions(partnershipId)).data;
  return editable ? <EditPartnership partnershipId={partnershipId} /> : <Forbidden />;
}
