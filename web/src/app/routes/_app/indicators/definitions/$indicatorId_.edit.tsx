import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { Forbidden } from '@/app/error-pages';
import { EditDefinition } from '@/features/indicators/definitions/edit-definition';
import { definitionOptions } from '@/features/indicators/definitions/queries';
import { titles } from '@/features/indicators/definitions/titles';

export const Route = createFileRoute('/_app/indicators/definitions/$indicatorId_/edit')({
  loader: ({ context: { queryClient }, params }) => queryClient.ensureQueryData(definitionOptions(params.indicatorId)),
  head: () => ({ meta: [{ title: `${titles.edit} – Опора` }] }),
  component: EditPage,
});

function EditPage() {
  const { indicatorId } = Route.useParams();
  const { editable } = useSuspenseQuery(definitionOptions(indicatorId)).data;
  return editable ? <EditDefinition indicatorId={indicatorId} /> : <Forbidden />;
}
