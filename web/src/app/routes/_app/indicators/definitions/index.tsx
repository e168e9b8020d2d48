import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { DefinitionList } from '@/features/indicators/definitions/definition-list';
import { definitionsOptions, setsOptions } from '@/features/indicators/definitions/queries';
import { definitionSearch } from '@/features/indicators/definitions/search';
import { titles } from '@/features/indicators/definitions/titles';

export const Route = createFileRoute('/_app/indicators/definitions/')({
  validateSearch: definitionSearch,
  // No loaderDeps: entering waits for the list, while a change of filters keeps the page and its focus in place.
  loader: ({ context: { queryClient, me }, location }) =>
    can(me, 'indicators:read')
      ? Promise.all([
          queryClient.ensureQueryData(definitionsOptions(definitionSearch.parse(location.search))),
          queryClient.ensureQueryData(setsOptions()),
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.list} – Опора` }] }),
  component: DefinitionsPage,
});

function DefinitionsPage() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'indicators:read')) return <Forbidden />;
  return (
    <DefinitionList
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: next.search !== search.search, resetScroll: false })}
    />
  );
}
