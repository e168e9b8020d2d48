import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { titles } from '@/features/indicators/grid/titles';
import { ReportsPage } from '@/features/indicators/reports/reports-page';
import { reportsSearch } from '@/features/indicators/reports/search';

export const Route = createFileRoute('/_app/indicators/reports')({
  validateSearch: reportsSearch,
  head: () => ({ meta: [{ title: `${titles.reports} – Опора` }] }),
  component: ReportsRoute,
});

function ReportsRoute() {
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return <ReportsPage search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
