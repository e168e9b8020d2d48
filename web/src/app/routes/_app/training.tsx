import { createFileRoute, Outlet } from '@tanstack/react-router';
import { ru } from '@/app/ru';
import { trainingTabs } from '@/app/shell/sections';
import { TabLinks } from '@/ui/tab-links';

export const Route = createFileRoute('/_app/training')({ component: Section });

function Section() {
  const { me } = Route.useRouteContext();
  return (
    <>
      <TabLinks label={ru.nav.trainingTabs} tabs={trainingTabs(me)} />
      <Outlet />
    </>
  );
}
