import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './note.module.css';

interface Props {
  tone?: 'info' | 'bad' | 'quiet';
  title?: string | undefined;
  icon?: ReactNode;
  /** Announced at once: for what has just gone wrong or changed. */
  alert?: boolean;
  children?: ReactNode;
}

/** A remark in the flow of the page. */
export function Note({ tone = 'info', title, icon, alert = false, children }: Props) {
  const Icon = tone === 'bad' ? IconAlertTriangle : IconInfoCircle;
  return (
    <div className={classes.note} data-tone={tone} role={alert ? 'alert' : undefined}>
      {icon ?? <Icon size={20} aria-hidden="true" />}
      <div className={classes.body}>
        {title ? <strong>{title}</strong> : null}
        {children}
      </div>
    </div>
  );
}
