import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { Forbidden } from '@/app/error-pages';
import { selectionOptions } from '@/features/selections/queries';
import { EditSelection } from '@/features/selections/selection-screens';
import { titles } from '@/features/selections/titles';

export const Route = createFileRoute('/_app/support/selections/$selectionId_/edit')({
  loader: ({ context: { queryClient }, params }) => queryClient.ensureQueryData(selectionOptions(params.selectionId)),
  head: () => ({ meta: [{ title: `${titles.edit} – Опора` }] }),
  component: EditScreen,
});

function EditScreen() {
  const { selectionId } = Route.useParams();
  const { editable } = useSuspenseQuery(selectionOptions(selectionId)).data;
  return editable ? <EditSelection selectionId={selectionId} /> : <Forbidden />;
}
