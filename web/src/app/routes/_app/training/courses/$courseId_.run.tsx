import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { Forbidden } from '@/app/error-pages';
import { courseOptions } from '@/features/training/queries';
import { AddRun } from '@/features/training/run-screens';
import { titles } from '@/features/training/titles';

export const Route = createFileRoute('/_app/training/courses/$courseId_/run')({
  loader: ({ context: { queryClient }, params }) => queryClient.ensureQueryData(courseOptions(params.courseId)),
  head: () => ({ meta: [{ title: `${titles.addRun} – Опора` }] }),
  component: NewRunPage,
});

function NewRunPage() {
  const { courseId } = Route.useParams();
  const { editable } = useSuspenseQuery(courseOptions(courseId)).data;
  return editable ? <AddRun courseId={courseId} /> : <Forbidden />;
}
