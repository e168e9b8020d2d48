import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { subjectsOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { CourseList } from '@/features/training/course-list';
import { coursesOptions, deficitsOptions } from '@/features/training/queries';
import { courseSearch } from '@/features/training/search';
import { titles } from '@/features/training/titles';

export const Route = createFileRoute('/_app/training/courses/')({
  validateSearch: courseSearch,
  // No loaderDeps: entering waits for the list, while a change of filters keeps the page and its focus in place.
  loader: ({ context: { queryClient, me }, location }) =>
    can(me, 'training:read')
      ? Promise.all([
          queryClient.ensureQueryData(coursesOptions(courseSearch.parse(location.search))),
          queryClient.ensureQueryData(subjectsOptions()),
          queryClient.ensureQueryData(deficitsOptions()),
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.courses} – Опора` }] }),
  component: CoursesPage,
});

function CoursesPage() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'training:read')) return <Forbidden />;
  return <CourseList search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
