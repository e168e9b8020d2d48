/** The mark: two pillars under a beam. */
export function MarkLogo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="currentColor" aria-hidden="true" focusable="false">
      <path d="M4 5.5A2.5 2.5 0 0 1 6.5 3h19a2.5 2.5 0 0 1 0 5h-19A2.5 2.5 0 0 1 4 5.5zM7 12a1.5 1.5 0 0 1 1.5-1.5h2A1.5 1.5 0 0 1 12 12v15.5a1.5 1.5 0 0 1-1.5 1.5h-2A1.5 1.5 0 0 1 7 27.5zM20 12a1.5 1.5 0 0 1 1.5-1.5h2A1.5 1.5 0 0 1 25 12v15.5a1.5 1.5 0 0 1-1.5 1.5h-2a1.5 1.5 0 0 1-1.5-1.5z" />
    </svg>
  );
}
