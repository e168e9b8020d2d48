import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import type { Change } from '@/api/gen/types.gen';
import { useCan, useMe } from '@/api/session';
import { categories, categoryName } from '@/api/terms';
import { formatInstant } from '@/lib/format';
import classes from './history.module.css';
import { fields, ru } from './ru';
import { ThingLink } from './thing-link';
import { actionWords, type Names, shownChanges, valueWords } from './words';

interface Props {
  changes: readonly Change[];
  /** Where several things stand together, each row says which one it is about. */
  named?: boolean;
}

/** Who changed what, when, from what to what: one look for every card and for the journal. */
export function Timeline({ changes, named = false }: Props) {
  const names = useNames();
  return (
    <ol className={classes.timeline}>
      {changes.map((change) => (
        <Entry key={change.id} change={change} names={names} named={named} />
      ))}
    </ol>
  );
}

function useNames(): Names {
  const { region } = useMe();
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  return {
    municipality: (code) => municipalities.find((item) => item.code === code)?.name ?? code,
    category: (value) => {
      const category = categories.find((item) => item === value);
      return category ? categoryName(category, region) : value;
    },
  };
}

function Entry({ change, names, named }: { change: Change; names: Names; named: boolean }) {
  const { region } = useMe();
  return (
    <li>
      <time className="numbers" dateTime={change.at}>
        {formatInstant(change.at, region.timeZone)}
      </time>
      <div>
        <strong>{actionWords(change)}</strong>
        {named ? (
          <span style={{ display: 'block' }}>
            <ThingLink change={change} />
          </span>
        ) : null}
        <Author change={change} />
        <ul className={classes.changes}>
          {shownChanges(change.changes).map(({ field, from, to }) => (
            <li key={`${field} ${from} ${to}`}>
              {fields[`${change.thing}.${field}`] ?? fields[field] ?? field}:{' '}
              {from === null && to === null ? (
                ru.hidden
              ) : (
                <>
                  {from === null ? null : (
                    <>
                      <del>{valueWords(field, from, names, change.thing)}</del> →{' '}
                    </>
                  )}
                  <ins>{valueWords(field, to, names, change.thing)}</ins>
                </>
              )}
            </li>
          ))}
        </ul>
        {change.reason ? (
          <span className={classes.soft}>
            {ru.reason}: {change.reason}
          </span>
        ) : null}
      </div>
    </li>
  );
}

function Author({ change: { by, onBehalfOf } }: { change: Change }) {
  const imports = useCan('imports:read');
  const journal = useCan('history:read');
  const who = by.name ? `${ru.by[by.kind]}: ${by.name}` : ru.by[by.kind];
  const lent = onBehalfOf ? `, ${onBehalfOf.name ? ru.onBehalfOf(onBehalfOf.name) : ru.onBehalfOfSomebody}` : '';
  return (
    <span className={classes.soft}>
      {by.kind === 'import' && by.id && imports ? (
        <Link to="/imports/$importId" params={{ importId: by.id }}>
          {who}
        </Link>
      ) : by.id && journal ? (
        <Link to="/history" search={{ actor: by.id }}>
          {who}
        </Link>
      ) : (
        who
      )}
      {lent}
    </span>
  );
}
