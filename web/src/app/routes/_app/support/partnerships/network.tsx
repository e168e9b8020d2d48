import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { NetworkPage } from '@/features/partnerships/network-page';
import { networkSearch } from '@/features/partnerships/search';
import { titles } from '@/features/partnerships/titles';

export const Route = createFileRoute('/_app/support/partnerships/network')({
  validateSearch: networkSearch,
  loader: ({ context: { queryClient, me } }) =>
    can(me, 'partnerships:read') ? Promise.all([queryClient.ensureQueryData(municipalitiesOptions())]) : undefined,
  head: () => ({ meta: [{ title: `${titles.network} – Опора` }] }),
  component: Page,
});

function Page() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'partnerships:read')) return <Forbidden />;
  return <NetworkPage search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
