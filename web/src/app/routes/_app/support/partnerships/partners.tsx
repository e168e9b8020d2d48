import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { PartnersPage } from '@/features/partnerships/partners-page';
import { partnersSearch } from '@/features/partnerships/search';
import { titles } from '@/features/partnerships/titles';

export const Route = createFileRoute('/_app/support/partnerships/partners')({
  validateSearch: partnersSearch,
  loader: ({ context: { queryClient, me } }) =>
    can(me, 'partnerships:read')
      ? Promise.all([
          queryClient.ensureQueryData(municipalitiesOptions()),
          queryClient.ensureQueryData(subjectsOptions()),
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.partners} – Опора` }] }),
  component: Page,
});

function Page() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'partnerships:read')) return <Forbidden />;
  return <PartnersPage search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
