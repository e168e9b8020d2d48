import type { ReactNode } from 'react';
import classes from './page-header.module.css';

interface Props {
  title: string;
  /** One sentence that answers what the page is asked. */
  answer?: ReactNode;
  actions?: ReactNode;
  above?: ReactNode;
}

export function PageHeader({ title, answer, actions, above }: Props) {
  return (
    <header className={classes.root}>
      <div className={classes.words}>
        {above}
        <h1 className={classes.title} tabIndex={-1}>
          {title}
        </h1>
        {answer ? <p className={classes.answer}>{answer}</p> : null}
      </div>
      {actions ? <div className={`${classes.actions} no-print`}>{actions}</div> : null}
    </header>
  );
}
