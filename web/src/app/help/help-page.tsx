import { Kbd } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useMe } from '@/api/session';
import { Card } from '@/ui/card';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/page-header';
import { ru as ui } from '@/ui/ru';
import classes from './help.module.css';
import { figures, ru, words } from './ru';

/** Help and glossary: one page, so that the browser's own search finds everything. */
export function HelpPage() {
  const me = useMe();
  return (
    <>
      <PageHeader title={ru.title} answer={ru.answer} actions={me.role === 'Operator' ? <ShowGuide /> : null} />
      <div className={classes.page}>
        <Card title={ru.figures}>
          <Definitions items={figures} />
        </Card>
        <Card title={ru.glossary}>
          <Definitions items={words} />
        </Card>
        <Card title={ru.keys}>
          <dl className={classes.keys}>
            {ui.keys.items.map(([key, does]) => (
              <div key={key}>
                <dt>
                  {key.split(/ {2,}/).map((part) => (
                    <Kbd key={part} mr={4}>
                      {part}
                    </Kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </Card>
      </div>
    </>
  );
}

/** The first-run guide comes back on the home page. */
function ShowGuide() {
  const [, setHidden] = useLocalStorage({ key: 'opora-guide-hidden', defaultValue: false });
  return (
    <LinkButton to="/" variant="default" onClick={() => setHidden(false)}>
      {ru.start}
    </LinkButton>
  );
}

function Definitions({ items }: { items: readonly [string, string][] }) {
  return (
    <dl className={classes.list}>
      {items.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
