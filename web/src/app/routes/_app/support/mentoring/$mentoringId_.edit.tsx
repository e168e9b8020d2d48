import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { Forbidden } from '@/app/error-pages';
import { EditMentoring } from '@/features/mentoring/mentoring-screens';
import { mentoringOptions } from '@/features/mentoring/queries';
import { titles } from '@/features/mentoring/titles';

export const Route = createFileRoute('/_app/support/mentoring/$mentoringId_/edit')({
  loader: ({ context: { queryClient }, params }) => queryClient.ensureQueryData(mentoringOptions(params.mentoringId)),
  head: () => ({ meta: [{ title: `${titles.edit} – Опора` }] }),
  component: EditScreen,
});

function EditScreen() {
  const { mentoringId } = Route.useParams();
  const { editable } = useSuspenseQuery(mentoringOptions(mentoringId)).data;
  return editable ? <EditMentoring mentoringId={mentoringId} /> : <Forbidden />;
}
