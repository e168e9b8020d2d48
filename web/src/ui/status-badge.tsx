import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconInfoCircle,
  IconProgress,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './status-badge.module.css';

export type Tone = 'good' | 'bad' | 'attention' | 'info' | 'neutral' | 'progress';

const icons = {
  good: IconCircleCheck,
  bad: IconCircleX,
  attention: IconAlertTriangle,
  info: IconInfoCircle,
  neutral: IconCircleDashed,
  progress: IconProgress,
};

/** A status is always a word with an icon and a shade, never colour alone. */
export function StatusBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon size={14} stroke={2} aria-hidden="true" />
      {children}
    </span>
  );
}
