import { createFileRoute } from '@tanstack/react-router';
import { EditCohort } from '@/features/cohorts/edit-cohort';
import { cohortOptions } from '@/features/cohorts/queries';
import { titles } from '@/features/cohorts/titles';

export const Route = createFileRoute('/_app/cohorts/$cohortId_/edit')({
  loader: ({ context, params }) => context.queryClient.ensureQueryData(cohortOptions(params.cohortId)),
  head: () => ({ meta: [{ title: `${titles.edit} – Опора` }] }),
  component: EditPage,
});

function EditPage() {
  const { cohortId } = Route.useParams();
  return <EditCohort cohortId={cohortId} />;
}
