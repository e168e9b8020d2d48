import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, HeadContent, Outlet } from '@tanstack/react-router';
import { liveRegionId } from '@/lib/announce';
import { FocusAfterNavigation } from '../shell/focus-after-navigation';

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  head: () => ({ meta: [{ title: 'Опора' }] }),
  component: Root,
});

function Root() {
  return (
    <>
      <HeadContent />
      <FocusAfterNavigation />
      <Outlet />
      <div id={liveRegionId} className="visually-hidden" role="status" aria-live="polite" />
    </>
  );
}
