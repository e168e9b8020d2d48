import { type ReactNode, useId } from 'react';
import classes from './card.module.css';

interface Props {
  title?: string;
  aside?: ReactNode;
  children: ReactNode;
  /** Without inner padding, for tables that reach the edge. */
  flush?: boolean;
}

export function Card({ title, aside, children, flush = false }: Props) {
  const id = useId();
  return (
    <section className={classes.root} data-flush={flush || undefined} aria-labelledby={title ? id : undefined}>
      {title || aside ? (
        <div className={classes.head}>
          {title ? (
            <h2 className={classes.title} id={id}>
              {title}
            </h2>
          ) : null}
          {aside ? <div className={classes.aside}>{aside}</div> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}
