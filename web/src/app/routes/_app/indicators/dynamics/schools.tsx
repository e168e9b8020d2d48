import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { dynamicsChoicesOptions, municipalitiesOptions } from '@/api/dictionaries';
import { DynamicsSchools } from '@/features/results/dynamics/dynamics-schools';
import { ru } from '@/features/results/dynamics/ru';
import { schoolsSearch } from '@/features/results/dynamics/search';
import { SavedViews } from '@/features/views/saved-views';
import { readSearch } from '@/lib/search-params';

export const Route = createFileRoute('/_app/indicators/dynamics/schools')({
  validateSearch: schoolsSearch,
  loader: ({ context: { queryClient } }) =>
    Promise.all([
      queryClient.ensureQueryData(dynamicsChoicesOptions()),
      queryClient.ensureQueryData(municipalitiesOptions()),
    ]),
  head: () => ({ meta: [{ title: `${ru.schools} – ${ru.title} – Опора` }] }),
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
