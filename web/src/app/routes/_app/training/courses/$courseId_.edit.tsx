import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import { Forbidden } from '@/app/error-pages';
import { EditCourse } from '@/features/training/course-screens';
import { courseOptions, deficitsOptions } from '@/features/training/queries';
import { titles } from '@/features/training/titles';

export const Route = createFileRoute('/_app/training/courses/$courseId_/edit')({
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([
      queryClient.ensureQueryData(courseOptions(params.courseId)),
      queryClient.ensureQueryData(subjectsOptions()),
      queryClient.ensureQueryData(deficitsOptions()),
      queryClient.ensureQueryData(municipalitiesOptions()),
    ]),
  head: () => ({ meta: [{ title: `${titles.editCourse} – Опора` }] }),
  component: EditPage,
});

function EditPage() {
  const { courseId } = Route.useParams();
  const { editable } = useSuspenseQuery(courseOptions(courseId)).data;
  return editable ? <EditCourse courseId={courseId} /> : <Forbidden />;
}
