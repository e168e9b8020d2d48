import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { TeacherDeficits } from '@/features/diagnostics/teacher-deficits';
import { ThingHistory } from '@/features/history/school-history';
import { teacherOptions } from '@/features/teachers/queries';
import { TeacherPage } from '@/features/teachers/teacher-page';
import { titles } from '@/features/teachers/titles';
import { optionalPage } from '@/lib/search-params';

export const Route = createFileRoute('/_app/training/teachers/$teacherId')({
  validateSearch: z.object({ page: optionalPage }),
  loader: async ({ context: { queryClient }, params }) => {
    await Promise.all([
      queryClient.ensureQueryData(teacherOptions(params.teacherId)),
      queryClient.ensureQueryData(municipalitiesOptions()),
      queryClient.ensureQueryData(subjectsOptions()),
    ]);
  },
  // Without the name: the titles of pages are kept by browsers.
  head: () => ({ meta: [{ title: `${titles.list} – Опора` }] }),
  component: CardPage,
});

function CardPage() {
  const { teacherId } = Route.useParams();
  const { me } = Route.useRouteContext();
  const { page = 1 } = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <TeacherPage
      teacherId={teacherId}
      deficits={can(me, 'diagnostics:read') ? <TeacherDeficits teacherId={teacherId} /> : null}
      history={
        can(me, 'history:read') ? (
          <ThingHistory
            thingId={teacherId}
            page={page}
            onPage={(next) => void navigate({ search: { page: next > 1 ? next : undefined }, resetScroll: false })}
          />
        ) : null
      }
    />
  );
}
