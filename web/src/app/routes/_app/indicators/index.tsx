import { createFileRoute, redirect, useNavigate } from '@tanstack/react-router';
import { cohortsOptions } from '@/api/dictionaries';
import { meOptions, ownSchoolId } from '@/api/session';
import { ru } from '@/app/ru';
import { PanelPage } from '@/features/indicators/panels/panel-page';
import { panelChoicesOptions, panelOptions } from '@/features/indicators/panels/queries';
import { panelSearch } from '@/features/indicators/panels/search';

export const Route = createFileRoute('/_app/indicators/')({
  validateSearch: panelSearch,
  // A school has no territory to sum up: its own indicators stand on its card.
  beforeLoad: async ({ context: { queryClient } }) => {
    const me = await queryClient.ensureQueryData(meOptions());
    const schoolId = me.role === 'School' ? ownSchoolId(me) : undefined;
    if (schoolId) throw redirect({ to: '/schools/$schoolId/indicators', params: { schoolId }, replace: true });
  },
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    Promise.all([
      queryClient.ensureQueryData(cohortsOptions()),
      queryClient.ensureQueryData(panelChoicesOptions()),
      queryClient.prefetchQuery(panelOptions(deps)),
    ]),
  head: () => ({ meta: [{ title: `${ru.nav.indicators} – Опора` }] }),
  component: PanelRoute,
});

function PanelRoute() {
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  return <PanelPage search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
