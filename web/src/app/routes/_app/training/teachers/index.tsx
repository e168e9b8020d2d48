import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { teachersOptions } from '@/features/teachers/queries';
import { teacherSearch } from '@/features/teachers/search';
import { TeacherList } from '@/features/teachers/teacher-list';
import { titles } from '@/features/teachers/titles';

export const Route = createFileRoute('/_app/training/teachers/')({
  validateSearch: teacherSearch,
  // No loaderDeps: entering waits for the list, while a change of filters keeps the page and its focus in place.
  loader: ({ context: { queryClient, me }, location }) =>
    can(me, 'teachers:read')
      ? Promise.all([
          queryClient.ensureQueryData(teachersOptions(teacherSearch.parse(location.search))),
          queryClient.ensureQueryData(municipalitiesOptions()),
          queryClient.ensureQueryData(subjectsOptions()),
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.list} – Опора` }] }),
  component: TeachersPage,
});

function TeachersPage() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'teachers:read')) return <Forbidden />;
  return <TeacherList search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
