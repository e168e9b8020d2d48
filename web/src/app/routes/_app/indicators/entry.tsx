import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { EntryPage } from '@/features/indicators/grid/entry-page';
import { entrySearch } from '@/features/indicators/grid/search';
import { titles } from '@/features/indicators/grid/titles';

export const Route = createFileRoute('/_app/indicators/entry')({
  validateSearch: entrySearch,
  head: () => ({ meta: [{ title: `${titles.entry} – Опора` }] }),
  component: EntryRoute,
});

function EntryRoute() {
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <EntryPage
      search={search}
      onSearch={(next, replace = false) => void navigate({ search: next, replace, resetScroll: false })}
    />
  );
}
