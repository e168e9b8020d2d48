import { Button, Kbd } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { useEffect } from 'react';
import { useMe } from '@/api/session';
import { announce } from '@/lib/announce';
import { fold } from '@/lib/fold';
import { formatCount } from '@/lib/format';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { FilterBar, SearchField } from '@/ui/filter-bar';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/page-header';
import { ru as ui } from '@/ui/ru';
import classes from './help.module.css';
import { figures, ru, words } from './ru';

interface Props {
  /** What is looked for among rules and words. */
  search: string | undefined;
  onSearch: (search: string | undefined) => void;
}

/** Help and glossary on one page, with a search that takes «е» for «ё» and minds no case. */
export function HelpPage({ search, onSearch }: Props) {
  const me = useMe();
  const rules = found(figures, search);
  const terms = found(words, search);
  const count = search ? ru.found(formatCount(rules.length + terms.length, ru.forms)) : undefined;
  useEffect(() => {
    if (count) announce(count);
  }, [count]);
  return (
    <>
      <PageHeader title={ru.title} answer={ru.answer} actions={me.role === 'Operator' ? <ShowGuide /> : null} />
      <div className={classes.page}>
        <FilterBar>
          <SearchField label={ru.search} value={search} onChange={onSearch} />
        </FilterBar>
        {rules.length + terms.length === 0 ? (
          <EmptyState
            title={ru.nothing(search ?? '')}
            action={<Button onClick={() => onSearch(undefined)}>{ru.reset}</Button>}
          >
            {ru.nothingText}
          </EmptyState>
        ) : null}
        {rules.length > 0 ? (
          <Card title={ru.figures}>
            <Definitions items={rules} />
          </Card>
        ) : null}
        {terms.length > 0 ? (
          <Card title={ru.glossary}>
            <Definitions items={terms} />
          </Card>
        ) : null}
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

type Entry = readonly [term: string, text: string];

/** Those that hold every word looked for, in the term or in what is said of it. */
function found(all: readonly Entry[], search: string | undefined): readonly Entry[] {
  const wanted = fold(search ?? '').split(' ');
  return all.filter(([term, text]) => wanted.every((word) => fold(`${term} ${text}`).includes(word)));
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

function Definitions({ items }: { items: readonly Entry[] }) {
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
