import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { ConsultationList } from '@/features/support/consultation-list';
import { actSearch } from '@/features/support/search';
import { SupportTabs } from '@/features/support/support-tabs';
import { titles } from '@/features/support/titles';

export const Route = createFileRoute('/_app/support/specialists/consultations')({
  validateSearch: actSearch,
  head: () => ({ meta: [{ title: `${titles.consultations} – Опора` }] }),
  component: ConsultationsPage,
});

function ConsultationsPage() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'support:read')) return <Forbidden />;
  return (
    <>
      <SupportTabs open="consultations" />
      <ConsultationList search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />
    </>
  );
}
