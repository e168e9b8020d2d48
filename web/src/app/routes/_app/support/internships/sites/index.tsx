import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import { can } from '@/api/session';
import { Forbidden } from '@/app/error-pages';
import { siteSearch } from '@/features/internships/search';
import { SiteList } from '@/features/internships/site-list';
import { titles } from '@/features/internships/titles';

export const Route = createFileRoute('/_app/support/internships/sites/')({
  validateSearch: siteSearch,
  loader: ({ context: { queryClient, me } }) =>
    can(me, 'partnerships:read')
      ? Promise.all([
          queryClient.ensureQueryData(municipalitiesOptions()),
          queryClient.ensureQueryData(subjectsOptions()),
        ])
      : undefined,
  head: () => ({ meta: [{ title: `${titles.sites} – Опора` }] }),
  component: ListScreen,
});

function ListScreen() {
  const { me } = Route.useRouteContext();
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  if (!can(me, 'partnerships:read')) return <Forbidden />;
  return <SiteList search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
