import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { cohortsOptions, dynamicsChoicesOptions } from '@/api/dictionaries';
import { DynamicsPage } from '@/features/results/dynamics/dynamics-page';
import { dynamicsSearch } from '@/features/results/dynamics/search';
import { titles } from '@/features/results/dynamics/titles';
import { SavedViews } from '@/features/views/saved-views';
import { readSearch } from '@/lib/search-params';

export const Route = createFileRoute('/_app/indicators/dynamics/')({
  validateSearch: dynamicsSearch,
  loader: ({ context: { queryClient } }) =>
    Promise.all([queryClient.ensureQueryData(dynamicsChoicesOptions()), queryClient.ensureQueryData(cohortsOptions())]),
  head: () => ({ meta: [{ title: `${titles.dynamics} – Опора` }] }),
  component: DynamicsRoute,
});

function DynamicsRoute() {
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <DynamicsPage
      search={search}
      views={
        <SavedViews
          screen="Dynamics"
          search={search}
          onOpen={(query) => void navigate({ search: dynamicsSearch.parse(readSearch(query)) })}
        />
      }
      onSearch={(next) => void navigate({ search: next, resetScroll: false })}
    />
  );
}
