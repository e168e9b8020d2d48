import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { CoveragePage } from '@/features/training/coverage-page';
import { coverageSearch } from '@/features/training/search';
import { titles } from '@/features/training/titles';
import { today } from '@/lib/today';

export const Route = createFileRoute('/_app/training/coverage')({
  validateSearch: coverageSearch,
  loader: ({ context: { queryClient, me } }) =>
    can(me, 'training:read')
      ? Promise.all([
          queryClient.ensureQueryData(municipalitiesOptions()),
          queryClient.ensureQueryData(subjectsOptions()),
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.coverage} – Опора` }] }),
  component: Coverage,
});

function Coverage() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'training:read')) return <Forbidden />;
  return (
    <CoveragePage
      search={search}
      thisYear={Number(today(me.region?.timeZone ?? 'Europe/Moscow').slice(0, 4))}
      onSearch={(next) => void navigate({ search: next, resetScroll: false })}
    />
  );
}
