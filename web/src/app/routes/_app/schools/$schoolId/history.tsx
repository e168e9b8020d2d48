import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { municipalitiesOptions } from '@/api/dictionaries';
import { SchoolHistory } from '@/features/history/school-history';
import { optionalPage } from '@/lib/search-params';

export const Route = createFileRoute('/_app/schools/$schoolId/history')({
  validateSearch: z.object({ page: optionalPage }),
  loader: ({ context }) => context.queryClient.ensureQueryData(municipalitiesOptions()),
  component: HistoryTab,
});

function HistoryTab() {
  const { schoolId } = Route.useParams();
  const { page } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <SchoolHistory
      schoolId={schoolId}
      page={page ?? 1}
      onPage={(next) => void navigate({ search: { page: next > 1 ? next : undefined } })}
    />
  );
}
