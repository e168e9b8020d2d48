import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { subjectsOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { teachersOptions } from '@/features/teachers/queries';
import { SchoolTeachers } from '@/features/teachers/school-teachers';
import { optionalPage } from '@/lib/search-params';

export const Route = createFileRoute('/_app/schools/$schoolId/teachers')({
  validateSearch: z.object({ page: optionalPage }),
  loader: async ({ context: { queryClient, me }, params: { schoolId } }) => {
    if (!can(me, 'teachers:read')) return;
    await Promise.all([
      queryClient.ensureQueryData(subjectsOptions()),
      queryClient.ensureQueryData(teachersOptions({ school: schoolId })),
    ]);
  },
  component: TeachersTab,
});

function TeachersTab() {
  const { schoolId } = Route.useParams();
  const { me } = Route.useRouteContext();
  const { page = 1 } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'teachers:read')) return <Forbidden />;
  return (
    <SchoolTeachers
      schoolId={schoolId}
      page={page}
      onPage={(next) => void navigate({ search: { page: next > 1 ? next : undefined }, resetScroll: false })}
    />
  );
}
