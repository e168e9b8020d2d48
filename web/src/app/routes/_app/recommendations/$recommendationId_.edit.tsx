import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { Forbidden } from '@/app/error-pages';
import { EditRecommendation } from '@/features/recommendations/edit-recommendation';
import { recommendationOptions } from '@/features/recommendations/queries';
import { titles } from '@/features/recommendations/titles';

export const Route = createFileRoute('/_app/recommendations/$recommendationId_/edit')({
  loader: ({ context: { queryClient }, params }) =>
    queryClient.ensureQueryData(recommendationOptions(params.recommendationId)),
  head: () => ({ meta: [{ title: `${titles.edit} – Опора` }] }),
  component: EditPage,
});

function EditPage() {
  const { recommendationId } = Route.useParams();
  const { editable } = useSuspenseQuery(recommendationOptions(recommendationId)).data;
  return editable ? <EditRecommendation recommendationId={recommendationId} /> : <Forbidden />;
}
