import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './data-table.module.css';

export type RowLinkProps = Pick<LinkProps, 'to' | 'params' | 'search'>;

/** A real link stretched over its row: middle click, «open in a new tab» and the keyboard all work. */
export function RowLink({ link, children }: { link: RowLinkProps; children: ReactNode }) {
  return (
    <Link {...(link as LinkProps)} className={classes.rowLink} data-row-link preload="intent">
      {children}
    </Link>
  );
}
