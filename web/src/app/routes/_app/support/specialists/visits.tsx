import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { actSearch } from '@/features/support/search';
import { SupportTabs } from '@/features/support/support-tabs';
import { titles } from '@/features/support/titles';
import { VisitList } from '@/features/support/visit-list';

export const Route = createFileRoute('/_app/support/specialists/visits')({
  validateSearch: actSearch,
  head: () => ({ meta: [{ title: `${titles.visits} – Опора` }] }),
  component: VisitsPage,
});

function VisitsPage() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'support:read')) return <Forbidden />;
  return (
    <>
      <SupportTabs open="visits" />
      <VisitList search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />
    </>
  );
}
