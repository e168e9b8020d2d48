import { Drawer } from '@mantine/core';
import { Link, useMatches } from '@tanstack/react-router';
import classes from './help.module.css';
import { figures, ru, words } from './ru';
import { screens } from './screens';

/** Help on the screen one is at: what is shown, how it is counted, the words used. */
export function HelpDrawer({ onClose }: { onClose: () => void }) {
  const routeId = useMatches({ select: (matches) => String(matches.at(-1)?.routeId ?? '') });
  const help = screens[routeId];
  const pick = (all: readonly (readonly [string, string])[], names: readonly string[] = []) =>
    all.filter(([name]) => names.includes(name));
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="md"
      title={ru.screen}
      closeButtonProps={{ 'aria-label': ru.close }}
    >
      <div className={classes.page}>
        <p>{help?.text ?? ru.answer}</p>
        <Terms title={ru.figures} items={pick(figures, help?.figures)} />
        <Terms title={ru.glossary} items={pick(words, help?.words)} />
        <Link to="/help" onClick={onClose}>
          {ru.all}
        </Link>
      </div>
    </Drawer>
  );
}

function Terms({ title, items }: { title: string; items: readonly (readonly [string, string])[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <dl className={classes.list}>
        {items.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
