import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { EventList } from '@/features/events/event-list';
import { eventsOptions } from '@/features/events/queries';
import { eventSearch } from '@/features/events/search';
import { titles } from '@/features/events/titles';

export const Route = createFileRoute('/_app/training/events/')({
  validateSearch: eventSearch,
  // No loaderDeps: entering waits for the list, while a change of filters keeps the page and its focus in place.
  loader: ({ context: { queryClient, me }, location }) =>
    can(me, 'events:read')
      ? Promise.all([
          queryClient.ensureQueryData(eventsOptions(eventSearch.parse(location.search))),
          queryClient.ensureQueryData(municipalitiesOptions()),
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.events} – Опора` }] }),
  component: ListRoute,
});

function ListRoute() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'events:read')) return <Forbidden />;
  return <EventList search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
