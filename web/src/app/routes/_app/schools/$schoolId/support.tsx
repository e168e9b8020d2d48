import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { SchoolSupport } from '@/features/support/school-support';
import { optionalPage } from '@/lib/search-params';

export const Route = createFileRoute('/_app/schools/$schoolId/support')({
  validateSearch: z.object({ page: optionalPage }),
  component: SupportTab,
});

function SupportTab() {
  const { schoolId } = Route.useParams();
  const { me } = Route.useRouteContext();
  const { page = 1 } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'support:read')) return <Forbidden />;
  return (
    <SchoolSupport
      schoolId={schoolId}
      page={page}
      onPage={(next) => void navigate({ search: { page: next > 1 ? next : undefined }, resetScroll: false })}
    />
  );
}
