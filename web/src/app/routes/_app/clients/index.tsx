import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { ClientList } from '@/features/clients/client-list';
import { clientsSearch } from '@/features/clients/search';
import { titles } from '@/features/clients/titles';

export const Route = createFileRoute('/_app/clients/')({
  validateSearch: clientsSearch,
  head: () => ({ meta: [{ title: `${titles.list} – Опора` }] }),
  component: ClientsRoute,
});

function ClientsRoute() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'clients:read')) return <Forbidden />;
  return (
    <ClientList
      search={search}
      onSearch={(next) => void navigate({ search: next, replace: next.search !== search.search, resetScroll: false })}
    />
  );
}
