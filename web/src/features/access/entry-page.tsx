import { IconHelp } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { MarkLogo } from '@/ui/mark-logo';
import classes from './entry-page.module.css';
import { ru } from './ru';

const EntryHelp = lazy(() => import('./entry-help').then((module) => ({ default: module.EntryHelp })));

export type EntryScreen = 'signIn' | 'join' | 'setup' | 'forgot' | 'notInvited';

interface Props {
  screen: EntryScreen;
  title: string;
  answer?: string;
  children: ReactNode;
}

/** Page before sign-in: the mark, the name, one form, and help about it. */
export function EntryPage({ screen, title, answer, children }: Props) {
  const [helping, setHelping] = useState(false);
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
      <button type="button" className={classes.help} aria-haspopup="dialog" onClick={() => setHelping(true)}>
        <IconHelp size={20} stroke={1.7} aria-hidden="true" />
        {ru.help}
      </button>
      <Suspense>{helping ? <EntryHelp screen={screen} onClose={() => setHelping(false)} /> : null}</Suspense>
    </main>
  );
}
