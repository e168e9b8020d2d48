import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { CoveragePage } from '@/features/events/coverage-page';
import { coverageSearch } from '@/features/events/search';
import { titles } from '@/features/events/titles';
import { today } from '@/lib/today';

export const Route = createFileRoute('/_app/training/associations/coverage')({
  validateSearch: coverageSearch,
  head: () => ({ meta: [{ title: `${titles.coverage} – Опора` }] }),
  component: CountRoute,
});

function CountRoute() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'events:read')) return <Forbidden />;
  return (
    <CoveragePage
      search={search}
      thisYear={Number(today(me.region?.timeZone ?? 'Europe/Moscow').slice(0, 4))}
      onSearch={(next) => void navigate({ search: next, resetScroll: false })}
    />
  );
}
