import { createFileRoute, Outlet } from '@tanstack/react-router';
import { ru } from '@/app/ru';
import { supportTabs } from '@/app/shell/sections';
import { TabLinks } from '@/ui/tab-links';

export const Route = createFileRoute('/_app/support')({ component: Section });

function Section() {
  const { me } = Route.useRouteContext();
  return (
    <>
      <TabLinks label={ru.nav.supportTabs} tabs={supportTabs(me)} />
      <Outlet />
    </>
  );
}
