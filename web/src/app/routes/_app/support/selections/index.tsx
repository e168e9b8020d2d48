import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { selectionsOptions } from '@/features/selections/queries';
import { selectionSearch } from '@/features/selections/search';
import { SelectionList } from '@/features/selections/selection-list';
import { titles } from '@/features/selections/titles';

export const Route = createFileRoute('/_app/support/selections/')({
  validateSearch: selectionSearch,
  // No loaderDeps: entering waits for the list, while another order keeps the page and its focus in place.
  loader: ({ context: { queryClient, me }, location }) =>
    can(me, 'partnerships:read')
      ? queryClient.ensureQueryData(selectionsOptions(selectionSearch.parse(location.search)))
      : undefined,
  head: () => ({ meta: [{ title: `${titles.list} – Опора` }] }),
  component: ListScreen,
});

function ListScreen() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'partnerships:read')) return <Forbidden />;
  return <SelectionList search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
