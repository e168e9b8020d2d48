import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { cohortsOptions, municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { GapsPage } from '@/features/partnerships/gaps-page';
import { gapsSearch } from '@/features/partnerships/search';
import { titles } from '@/features/partnerships/titles';

export const Route = createFileRoute('/_app/support/partnerships/gaps')({
  validateSearch: gapsSearch,
  loader: ({ context: { queryClient, me } }) =>
    can(me, 'partnerships:read')
      ? Promise.all([
          queryClient.ensureQueryData(cohortsOptions()),
          queryClient.ensureQueryData(municipalitiesOptions()),
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.gaps} – Опора` }] }),
  component: Page,
});

function Page() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'partnerships:read')) return <Forbidden />;
  return <GapsPage search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
