import { Skeleton } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { useState } from 'react';
import { ru } from './ru';

/** Grey lines in place of what is coming, but only when it takes longer than 300 ms: a flash is worse than a wait. */
export function DelayedSkeleton({ rows = 6, height = 40 }: { rows?: number; height?: number }) {
  const [shown, setShown] = useState(false);
  useTimeout(() => setShown(true), 300, { autoInvoke: true });
  if (!shown) return null;
  return (
    <div role="status" aria-label={ru.loading}>
      {Array.from({ length: rows }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: identical lines without identity
        <Skeleton key={at} height={height - 12} mb={12} radius="md" />
      ))}
    </div>
  );
}
