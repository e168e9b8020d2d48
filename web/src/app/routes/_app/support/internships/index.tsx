import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { InternshipList } from '@/features/internships/internship-list';
import { internshipsOptions } from '@/features/internships/queries';
import { internshipSearch } from '@/features/internships/search';
import { titles } from '@/features/internships/titles';

export const Route = createFileRoute('/_app/support/internships/')({
  validateSearch: internshipSearch,
  // No loaderDeps: entering waits for the list, while a change of filters keeps the page and its focus in place.
  loader: ({ context: { queryClient, me }, location }) =>
    can(me, 'partnerships:read')
      ? Promise.all([
          queryClient.ensureQueryData(internshipsOptions(internshipSearch.parse(location.search))),
          queryClient.ensureQueryData(municipalitiesOptions()),
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.list} – Опора` }] }),
  component: ListScreen,
});

function ListScreen() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'partnerships:read')) return <Forbidden />;
  return <InternshipList search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
