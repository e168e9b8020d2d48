import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { cohortsOptions, municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { CountsPage } from '@/features/diagnostics/counts-page';
import { countSearch } from '@/features/diagnostics/search';
import { titles } from '@/features/diagnostics/titles';
import { today } from '@/lib/today';

export const Route = createFileRoute('/_app/training/diagnostics/deficits')({
  validateSearch: countSearch,
  loader: ({ context: { queryClient, me } }) =>
    can(me, 'diagnostics:read')
      ? Promise.all([
          queryClient.ensureQueryData(municipalitiesOptions()),
          queryClient.ensureQueryData(subjectsOptions()),
          queryClient.ensureQueryData(cohortsOptions()),
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.counts} – Опора` }] }),
  component: Counts,
});

function Counts() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'diagnostics:read')) return <Forbidden />;
  return (
    <CountsPage
      search={search}
      thisYear={Number(today(me.region?.timeZone ?? 'Europe/Moscow').slice(0, 4))}
      onSearch={(next) => void navigate({ search: next, resetScroll: false })}
    />
  );
}
