import type { ReactNode } from 'react';
import { MarkLogo } from '@/ui/mark-logo';
import classes from './entry-page.module.css';
import { ru } from './ru';

/** Page before sign-in: the mark, the name, one form. */
export function EntryPage({ title, answer, children }: { title: string; answer?: string; children: ReactNode }) {
  return (
    <main className={classes.page}>
      <div className={classes.box}>
        <div className={classes.brand}>
          <MarkLogo size={40} />
          <div>
            <strong>{ru.product}</strong>
            <span>{ru.slogan}</span>
          </div>
        </div>
        <h1 className={classes.title} tabIndex={-1}>
          {title}
        </h1>
        {answer ? <p className={classes.answer}>{answer}</p> : null}
        {children}
      </div>
    </main>
  );
}
