import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { OrganisationList } from '@/features/organisations/organisation-list';
import { organisationsOptions } from '@/features/organisations/queries';
import { organisationSearch } from '@/features/organisations/search';
import { titles } from '@/features/organisations/titles';

export const Route = createFileRoute('/_app/organisations/')({
  validateSearch: organisationSearch,
  // No loaderDeps: entering waits for the list, while a change of filters keeps the page and its focus in place.
  loader: ({ context: { queryClient, me }, location }) =>
    can(me, 'organisations:read')
      ? Promise.all([
          queryClient.ensureQueryData(organisationsOptions(organisationSearch.parse(location.search))),
          queryClient.ensureQueryData(municipalitiesOptions()),
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.list} – Опора` }] }),
  component: OrganisationsPage,
});

function OrganisationsPage() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'organisations:read')) return <Forbidden />;
  return (
    <OrganisationList
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: next.search !== search.search, resetScroll: false })}
    />
  );
}
