import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { AssociationList } from '@/features/events/association-list';
import { associationsOptions } from '@/features/events/queries';
import { associationSearch } from '@/features/events/search';
import { titles } from '@/features/events/titles';

export const Route = createFileRoute('/_app/training/associations/')({
  validateSearch: associationSearch,
  // No loaderDeps: entering waits for the list, while a change of filters keeps the page and its focus in place.
  loader: ({ context: { queryClient, me }, location }) =>
    can(me, 'events:read')
      ? Promise.all([
          queryClient.ensureQueryData(associationsOptions(associationSearch.parse(location.search))),
          queryClient.ensureQueryData(municipalitiesOptions()),
          queryClient.ensureQueryData(subjectsOptions()),
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.associations} – Опора` }] }),
  component: ListRoute,
});

function ListRoute() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'events:read')) return <Forbidden />;
  return <AssociationList search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
