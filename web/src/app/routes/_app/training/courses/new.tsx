import { createFileRoute } from '@tanstack/react-router';
import { municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { AddCourse } from '@/features/training/course-screens';
import { deficitsOptions } from '@/features/training/queries';
import { titles } from '@/features/training/titles';

export const Route = createFileRoute('/_app/training/courses/new')({
  loader: ({ context: { queryClient, me } }) =>
    can(me, 'training:write')
      ? Promise.all([
          queryClient.ensureQueryData(subjectsOptions()),
          queryClient.ensureQueryData(deficitsOptions()),
          queryClient.ensureQueryData(municipalitiesOptions()),
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.addCourse} – Опора` }] }),
  component: NewPage,
});

function NewPage() {
  const { me } = Route.useRouteContext();
  return can(me, 'training:write') ? <AddCourse /> : <Forbidden />;
}
