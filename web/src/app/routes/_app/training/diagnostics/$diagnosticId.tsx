import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { subjectsOptions } from '@/api/dictionaries';
import { DiagnosticPage } from '@/features/diagnostics/diagnostic-page';
import { diagnosticOptions } from '@/features/diagnostics/queries';
import { resultSearch } from '@/features/diagnostics/search';
import { titles } from '@/features/diagnostics/titles';

export const Route = createFileRoute('/_app/training/diagnostics/$diagnosticId')({
  validateSearch: resultSearch,
  loader: async ({ context: { queryClient }, params: { diagnosticId } }) => {
    const [one] = await Promise.all([
      queryClient.ensureQueryData(diagnosticOptions(diagnosticId)),
      queryClient.ensureQueryData(subjectsOptions()),
    ]);
    return { title: one.title };
  },
  head: ({ loaderData }) => ({ meta: [{ title: `${loaderData?.title ?? titles.list} – Опора` }] }),
  component: CardPage,
});

function CardPage() {
  const { diagnosticId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <DiagnosticPage
      diagnosticId={diagnosticId}
      search={search}
      onSearch={(next) => void navigate({ search: next, resetScroll: false })}
    />
  );
}
