import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

/** Says why it is empty and gives the one next action. */
export function EmptyState({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.root}>
      <p className={classes.title}>{title}</p>
      {children ? <p className={classes.text}>{children}</p> : null}
      {action ? <div className="no-print">{action}</div> : null}
    </div>
  );
}
