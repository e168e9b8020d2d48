import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { SchoolResultsView } from '@/features/results/school-results';
import { resultsSearch } from '@/features/results/search';

export const Route = createFileRoute('/_app/schools/$schoolId/results')({
  validateSearch: resultsSearch,
  component: ResultsTab,
});

function ResultsTab() {
  const { schoolId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <SchoolResultsView
      schoolId={schoolId}
      search={search}
      onSearch={(next) => void navigate({ search: next, resetScroll: false })}
    />
  );
}
