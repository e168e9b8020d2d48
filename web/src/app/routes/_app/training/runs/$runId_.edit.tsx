import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { Forbidden } from '@/app/error-pages';
import { runOptions } from '@/features/training/queries';
import { EditRun } from '@/features/training/run-screens';
import { titles } from '@/features/training/titles';

export const Route = createFileRoute('/_app/training/runs/$runId_/edit')({
  loader: ({ context: { queryClient }, params }) => queryClient.ensureQueryData(runOptions(params.runId)),
  head: () => ({ meta: [{ title: `${titles.editRun} – Опора` }] }),
  component: EditPage,
});

function EditPage() {
  const { runId } = Route.useParams();
  const { editable } = useSuspenseQuery(runOptions(runId)).data;
  return editable ? <EditRun runId={runId} /> : <Forbidden />;
}
