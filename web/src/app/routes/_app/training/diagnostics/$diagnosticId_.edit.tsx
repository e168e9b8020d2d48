import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import { Forbidden } from '@/app/error-pages';
import { EditDiagnostic } from '@/features/diagnostics/diagnostic-screens';
import { deficitsOptions, diagnosticOptions } from '@/features/diagnostics/queries';
import { titles } from '@/features/diagnostics/titles';

export const Route = createFileRoute('/_app/training/diagnostics/$diagnosticId_/edit')({
  loader: ({ context: { queryClient }, params }) =>
    Promise.all([
      queryClient.ensureQueryData(diagnosticOptions(params.diagnosticId)),
      queryClient.ensureQueryData(subjectsOptions()),
      queryClient.ensureQueryData(municipalitiesOptions()),
      queryClient.ensureQueryData(deficitsOptions()),
    ]),
  head: () => ({ meta: [{ title: `${titles.edit} – Опора` }] }),
  component: EditPage,
});

function EditPage() {
  const { diagnosticId } = Route.useParams();
  const { editable } = useSuspenseQuery(diagnosticOptions(diagnosticId)).data;
  return editable ? <EditDiagnostic diagnosticId={diagnosticId} /> : <Forbidden />;
}
