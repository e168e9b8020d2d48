import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { PartnershipList } from '@/features/partnerships/partnership-list';
import { partnershipsOptions } from '@/features/partnerships/queries';
import { partnershipSearch } from '@/features/partnerships/search';
import { titles } from '@/features/partnerships/titles';

export const Route = createFileRoute('/_app/support/partnerships/')({
  validateSearch: partnershipSearch,
  // No loaderDeps: entering waits for the list, while a change of filters keeps the page and its focus in place.
  loader: ({ context: { queryClient, me }, location }) =>
    can(me, 'partnerships:read')
      ? Promise.all([
          queryClient.ensureQueryData(partnershipsOptions(partnershipSearch.parse(location.search))),
          queryClient.ensureQueryData(municipalitiesOptions()),
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.list} – Опора` }] }),
  component: PartnershipsPage,
});

function PartnershipsPage() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'partnerships:read')) return <Forbidden />;
  return <PartnershipList search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
