import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { panelChoicesOptions } from '@/features/indicators/panels/queries';
import { SchoolIndicatorsView } from '@/features/indicators/panels/school-indicators';
import { schoolIndicatorsSearch } from '@/features/indicators/panels/search';

export const Route = createFileRoute('/_app/schools/$schoolId/indicators')({
  validateSearch: schoolIndicatorsSearch,
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(panelChoicesOptions()),
  component: IndicatorsTab,
});

function IndicatorsTab() {
  const { schoolId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <SchoolIndicatorsView
      schoolId={schoolId}
      search={search}
      onSearch={(next) => void navigate({ search: next, resetScroll: false })}
    />
  );
}
