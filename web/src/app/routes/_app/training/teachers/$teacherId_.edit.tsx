import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { subjectsOptions } from '@/api/dictionaries';
import { Forbidden } from '@/app/error-pages';
import { EditTeacher } from '@/features/teachers/edit-teacher';
import { teacherOptions } from '@/features/teachers/queries';
import { titles } from '@/features/teachers/titles';

export const Route = createFileRoute('/_app/training/teachers/$teacherId_/edit')({
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([
      queryClient.ensureQueryData(teacherOptions(params.teacherId)),
      queryClient.ensureQueryData(subjectsOptions()),
    ]),
  head: () => ({ meta: [{ title: `${titles.edit} – Опора` }] }),
  component: EditPage,
});

function EditPage() {
  const { teacherId } = Route.useParams();
  const { editable, name } = useSuspenseQuery(teacherOptions(teacherId)).data;
  return editable && name ? <EditTeacher teacherId={teacherId} /> : <Forbidden />;
}
