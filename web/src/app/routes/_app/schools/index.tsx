import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { cohortsOptions, dynamicsChoicesOptions, municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import { schoolsOptions } from '@/features/schools/queries';
import { SchoolRegistry } from '@/features/schools/school-registry';
import { schoolSearch } from '@/features/schools/search';
import { titles } from '@/features/schools/titles';
import { SavedViews } from '@/features/views/saved-views';
import { readSearch } from '@/lib/search-params';

export const Route = createFileRoute('/_app/schools/')({
  validateSearch: schoolSearch,
  // No loaderDeps: entering waits for the list, while a change of filters keeps the page and its focus in place.
  loader: ({ context: { queryClient }, location }) =>
    Promise.all([
      queryClient.ensureQueryData(schoolsOptions(schoolSearch.parse(location.search))),
      queryClient.ensureQueryData(municipalitiesOptions()),
      queryClient.ensureQueryData(cohortsOptions()),
      queryClient.ensureQueryData(subjectsOptions()),
      queryClient.ensureQueryData(dynamicsChoicesOptions()),
    ]),
  head: () => ({ meta: [{ title: `${titles.list} – Опора` }] }),
  component: SchoolsPage,
});

function SchoolsPage() {
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <SchoolRegistry
      search={search}
      views={
        <SavedViews
          screen="Schools"
          search={search}
          onOpen={(query) => void navigate({ search: schoolSearch.parse(readSearch(query)) })}
        />
      }
      onSearch={(next) => void navigate({ search: next, replace: next.search !== search.search, resetScroll: false })}
    />
  );
}
