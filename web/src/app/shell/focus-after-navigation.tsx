import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * After another page has come, the focus goes to its h1, so that a screen reader says where one is. Tabs and steps
 * (marked `data-keep-focus`) keep the focus, as does a change of filters, which stays on the same path.
 */
export function FocusAfterNavigation() {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onResolved', ({ fromLocation, toLocation }) => {
        if (!fromLocation || fromLocation.pathname === toLocation.pathname) return;
        const active = document.activeElement;
        if (active?.closest('[data-keep-focus]') && document.contains(active)) return;
        // The page's content may still be drawing.
        requestAnimationFrame(() => document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true }));
      }),
    [router],
  );
  return null;
}
