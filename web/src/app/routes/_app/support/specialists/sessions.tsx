import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { sessionsOptions } from '@/features/support/queries';
import { sessionSearch } from '@/features/support/search';
import { SessionList } from '@/features/support/session-list';
import { SupportTabs } from '@/features/support/support-tabs';
import { titles } from '@/features/support/titles';

export const Route = createFileRoute('/_app/support/specialists/sessions')({
  validateSearch: sessionSearch,
  // No loaderDeps: entering waits for the list, while a change of filters keeps the page and its focus in place.
  loader: ({ context: { queryClient, me }, location }) =>
    can(me, 'support:read')
      ? Promise.all([
          queryClient.ensureQueryData(sessionsOptions(sessionSearch.parse(location.search))),
          queryClient.ensureQueryData(municipalitiesOptions()),
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.journal} – Опора` }] }),
  component: JournalPage,
});

function JournalPage() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'support:read')) return <Forbidden />;
  return (
    <>
      <SupportTabs open="sessions" />
      <SessionList search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />
    </>
  );
}
