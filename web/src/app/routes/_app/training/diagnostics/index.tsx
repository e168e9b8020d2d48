import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { subjectsOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { DiagnosticList } from '@/features/diagnostics/diagnostic-list';
import { diagnosticsOptions } from '@/features/diagnostics/queries';
import { diagnosticSearch } from '@/features/diagnostics/search';
import { titles } from '@/features/diagnostics/titles';

export const Route = createFileRoute('/_app/training/diagnostics/')({
  validateSearch: diagnosticSearch,
  // No loaderDeps: entering waits for the list, while a change of filters keeps the page and its focus in place.
  loader: ({ context: { queryClient, me }, location }) =>
    can(me, 'diagnostics:read')
      ? Promise.all([
          queryClient.ensureQueryData(diagnosticsOptions(diagnosticSearch.parse(location.search))),
          queryClient.ensureQueryData(subjectsOptions()),
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.list} – Опора` }] }),
  component: ListPage,
});

function ListPage() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'diagnostics:read')) return <Forbidden />;
  return <DiagnosticList search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
