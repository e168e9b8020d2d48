import { createFileRoute } from '@tanstack/react-router';
import { can, ownSchoolId } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { AddRequest } from '@/features/support/add-request';
import { namedSchoolOptions } from '@/features/support/queries';
import { newRequestSearch } from '@/features/support/search';
import { titles } from '@/features/support/titles';

export const Route = createFileRoute('/_app/support/specialists/new')({
  validateSearch: newRequestSearch,
  loaderDeps: ({ search: { school } }) => ({ school }),
  loader: async ({ context: { queryClient, me }, deps: { school = ownSchoolId(me) } }) => {
    if (can(me, 'requests:write') && school) await queryClient.ensureQueryData(namedSchoolOptions(school));
  },
  head: () => ({ meta: [{ title: `${titles.add} – Опора` }] }),
  component: NewPage,
});

function NewPage() {
  const { me } = Route.useRouteContext();
  const { school = ownSchoolId(me) } = Route.useSearch();
  return can(me, 'requests:write') ? <AddRequest schoolId={school} /> : <Forbidden />;
}
