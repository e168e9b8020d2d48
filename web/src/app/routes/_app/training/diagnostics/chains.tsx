import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { cohortsOptions, municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { ChainsPage } from '@/features/diagnostics/chains-page';
import { deficitsOptions } from '@/features/diagnostics/queries';
import { chainSearch } from '@/features/diagnostics/search';
import { titles } from '@/features/diagnostics/titles';

export const Route = createFileRoute('/_app/training/diagnostics/chains')({
  validateSearch: chainSearch,
  loader: ({ context: { queryClient, me } }) =>
    can(me, 'diagnostics:read')
      ? Promise.all([
          queryClient.ensureQueryData(municipalitiesOptions()),
          queryClient.ensureQueryData(cohortsOptions()),
          queryClient.ensureQueryData(deficitsOptions()),
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.chains} – Опора` }] }),
  component: Chains,
});

function Chains() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'diagnostics:read')) return <Forbidden />;
  return <ChainsPage search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
