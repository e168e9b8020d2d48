import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { CalendarPage } from '@/features/calendar/calendar-page';
import { calendarSearch } from '@/features/calendar/search';
import { titles } from '@/features/calendar/titles';

export const Route = createFileRoute('/_app/training/calendar')({
  validateSearch: calendarSearch,
  loader: ({ context: { queryClient, me } }) =>
    can(me, 'events:read') ? queryClient.ensureQueryData(municipalitiesOptions()) : undefined,
  head: () => ({ meta: [{ title: `${titles.calendar} – Опора` }] }),
  component: CalendarRoute,
});

function CalendarRoute() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'events:read')) return <Forbidden />;
  return <CalendarPage search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
