import { createFileRoute } from '@tanstack/react-router';
import { subjectsOptions } from '@/api/dictionaries';
import { can, ownSchoolId } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { AddTeacher } from '@/features/teachers/add-teacher';
import { namedSchoolOptions } from '@/features/teachers/queries';
import { newTeacherSearch } from '@/features/teachers/search';
import { titles } from '@/features/teachers/titles';

export const Route = createFileRoute('/_app/training/teachers/new')({
  validateSearch: newTeacherSearch,
  loaderDeps: ({ search: { school } }) => ({ school }),
  loader: async ({ context: { queryClient, me }, deps: { school = ownSchoolId(me) } }) => {
    if (!can(me, 'teachers:write')) return;
    await Promise.all([
      queryClient.ensureQueryData(subjectsOptions()),
      school ? queryClient.ensureQueryData(namedSchoolOptions(school)) : undefined,
    ]);
  },
  head: () => ({ meta: [{ title: `${titles.add} – Опора` }] }),
  component: NewPage,
});

function NewPage() {
  const { me } = Route.useRouteContext();
  const { school = ownSchoolId(me) } = Route.useSearch();
  return can(me, 'teachers:write') ? <AddTeacher schoolId={school} /> : <Forbidden />;
}
