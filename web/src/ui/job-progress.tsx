import { Progress } from '@mantine/core';
import { formatDuration, formatNumber } from '@/lib/format';
import { ru } from './ru';
import { useEta } from './use-eta';

interface Props {
  label: string;
  done: number;
  total: number | null | undefined;
}

/** Progress of a server job by rows, with an estimate once it is steady enough to be trusted. */
export function JobProgress({ label, done, total }: Props) {
  const left = useEta(done, total ?? 0);
  const percent = total ? Math.min(100, (done / total) * 100) : 0;
  return (
    <div>
      <Progress.Root size="lg" radius="md">
        <Progress.Section
          value={total ? percent : 100}
          animated={!total}
          striped={!total}
          aria-label={label}
          aria-valuetext={total ? ru.job.progress(formatNumber(done), formatNumber(total)) : ru.job.starting}
        />
      </Progress.Root>
      <p className="numbers" style={{ margin: '8px 0 0', color: 'var(--o-ink-soft)' }}>
        {total ? ru.job.progress(formatNumber(done), formatNumber(total)) : ru.job.starting}
        {left === null ? '' : ` · ${ru.job.eta(formatDuration(left))}`}
      </p>
    </div>
  );
}
