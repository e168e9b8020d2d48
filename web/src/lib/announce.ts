export const liveRegionId = 'live-region';

/** Says a short message to screen readers without moving focus: counts, saves. */
export function announce(message: string): void {
  const region = document.getElementById(liveRegionId);
  if (!region) return;
  // The same words twice would not be read again, so the node is emptied first.
  region.textContent = '';
  window.setTimeout(() => {
    region.textContent = message;
  }, 50);
}
