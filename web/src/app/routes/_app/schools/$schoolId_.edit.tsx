import { createFileRoute } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { EditSchool } from '@/features/schools/edit-school';
import { schoolOptions } from '@/features/schools/queries';
import { titles } from '@/features/schools/titles';

export const Route = createFileRoute('/_app/schools/$schoolId_/edit')({
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([
      queryClient.ensureQueryData(schoolOptions(params.schoolId)),
      queryClient.ensureQueryData(municipalitiesOptions()),
    ]),
  head: () => ({ meta: [{ title: `${titles.edit} – Опора` }] }),
  component: EditPage,
});

function EditPage() {
  const { schoolId } = Route.useParams();
  return <EditSchool schoolId={schoolId} />;
}
