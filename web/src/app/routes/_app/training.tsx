import { createFileRoute, Outlet } from '@tanstack/react-router';
import { TrainingTabs } from '@/app/shell/training-tabs';

export const Route = createFileRoute('/_app/training')({ component: Section });

function Section() {
  const { me } = Route.useRouteContext();
  return (
    <>
      <TrainingTabs me={me} />
      <Outlet />
    </>
  );
}
