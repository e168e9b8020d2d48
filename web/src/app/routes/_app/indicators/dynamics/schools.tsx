import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { dynamicsChoicesOptions, municipalitiesOptions } from '@/api/dictionaries';
import { DynamicsSchools } from '@/features/results/dynamics/dynamics-schools';
import { schoolsSearch } from '@/features/results/dynamics/search';
import { titles } from '@/features/results/dynamics/titles';
import { SavedViews } from '@/features/views/saved-views';
import { readSearch } from '@/lib/search-params';

export const Route = createFileRoute('/_app/indicators/dynamics/schools')({
  validateSearch: schoolsSearch,
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(dynamicsChoicesOptions()),
      queryClient.ensureQueryData(municipalitiesOptions()),
    ]),
  head: () => ({ meta: [{ title: `${titles.schools} – ${titles.dynamics} – Опора` }] }),
  component: SchoolsRoute,
});

function SchoolsRoute() {
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <DynamicsSchools
      search={search}
      views={
        <SavedViews
          screen="DynamicsSchools"
          search={search}
          onOpen={(query) => void navigate({ search: schoolsSearch.parse(readSearch(query)) })}
        />
      }
      onSearch={(next) => void navigate({ search: next, resetScroll: false })}
    />
  );
}
