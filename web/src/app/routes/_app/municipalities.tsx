import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { MunicipalityList } from '@/features/places/municipality-list';
import { municipalitiesSearch } from '@/features/places/search';
import { titles } from '@/features/places/titles';

export const Route = createFileRoute('/_app/municipalities')({
  validateSearch: municipalitiesSearch,
  loader: ({ context }) => context.queryClient.ensureQueryData(municipalitiesOptions()),
  head: () => ({ meta: [{ title: `${titles.list} – Опора` }] }),
  component: MunicipalitiesRoute,
});

function MunicipalitiesRoute() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'places:write')) return <Forbidden />;
  return (
    <MunicipalityList
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: next.search !== search.search, resetScroll: false })}
    />
  );
}
