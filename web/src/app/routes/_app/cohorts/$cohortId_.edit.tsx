import { createFileRoute } from '@tanstack/react-router';
import { EditCohort } from '@/features/cohorts/edit-cohort';
import { cohortOptions } from '@/features/cohorts/queries';
import { ru } from '@/features/cohorts/ru';

export const Route = createFileRoute('/_app/cohorts/$cohortId_/edit')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(cohortOptions(params.cohortId)),
  head: () => ({ meta: [{ title: `${ru.form.editTitle} – Опора` }] }),
  component: EditPage,
});

function EditPage() {
  const { cohortId } = Route.useParams();
  return <EditCohort cohortId={cohortId} />;
}
