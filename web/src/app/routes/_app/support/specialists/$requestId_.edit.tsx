import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { Forbidden } from '@/app/error-pages';
import { EditRequest } from '@/features/support/edit-request';
import { requestOptions } from '@/features/support/queries';
import { titles } from '@/features/support/titles';

export const Route = createFileRoute('/_app/support/specialists/$requestId_/edit')({
  loader: ({ context: { queryClient }, params }) => queryClient.ensureQueryData(requestOptions(params.requestId)),
  head: () => ({ meta: [{ title: `${titles.edit} – Опора` }] }),
  component: EditPage,
});

function EditPage() {
  const { requestId } = Route.useParams();
  return useSuspenseQuery(requestOptions(requestId)).data.editable ? (
    <EditRequest requestId={requestId} />
  ) : (
    <Forbidden />
  );
}
