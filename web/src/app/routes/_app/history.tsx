import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { Journal } from '@/features/history/journal';
import { journalSearch } from '@/features/history/search';
import { titles } from '@/features/history/titles';

export const Route = createFileRoute('/_app/history')({
  validateSearch: journalSearch,
  loader: ({ context }) => context.queryClient.ensureQueryData(municipalitiesOptions()),
  head: () => ({ meta: [{ title: `${titles.journal} – Опора` }] }),
  component: HistoryRoute,
});

function HistoryRoute() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'history:read')) return <Forbidden />;
  return <Journal search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
