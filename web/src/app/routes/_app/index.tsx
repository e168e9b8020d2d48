import { createFileRoute, redirect } from '@tanstack/react-router';
import { cohortsOptions, dynamicsChoicesOptions } from '@/api/dictionaries';
import { ownSchoolId } from '@/api/session';
import { HomePage } from '@/app/home/home-page';
import { homeOptions } from '@/app/home/queries';

export const Route = createFileRoute('/_app/')({
  beforeLoad: ({ context: { me } }) => {
    const schoolId = me.role === 'School' ? ownSchoolId(me) : undefined;
    if (schoolId) throw redirect({ to: '/schools/$schoolId', params: { schoolId }, replace: true });
  },
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(homeOptions()),
      queryClient.ensureQueryData(cohortsOptions()),
      queryClient.ensureQueryData(dynamicsChoicesOptions()),
    ]),
  component: HomePage,
});
