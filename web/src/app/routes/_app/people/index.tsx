import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { PeopleList } from '@/features/people/people-list';
import { peopleOptions } from '@/features/people/queries';
import { peopleSearch } from '@/features/people/search';
import { titles } from '@/features/people/titles';

export const Route = createFileRoute('/_app/people/')({
  validateSearch: peopleSearch,
  loader: ({ context: { queryClient }, location }) =>
    Promise.all([
      queryClient.ensureQueryData(municipalitiesOptions()),
      queryClient.ensureQueryData(peopleOptions(peopleSearch.parse(location.search))),
    ]),
  head: () => ({ meta: [{ title: `${titles.list} – Опора` }] }),
  component: PeopleRoute,
});

function PeopleRoute() {
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return (
    <PeopleList
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: next.search !== search.search, resetScroll: false })}
    />
  );
}
