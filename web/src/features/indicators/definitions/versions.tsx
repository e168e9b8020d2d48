import type { DefinitionDetails } from '@/api/gen/types.gen';
import { Card } from '@/ui/card';
import { StatusBadge } from '@/ui/status-badge';
import classes from './definitions.module.css';
import { card } from './ru';
import { daysWords, differences } from './words';

/** All definitions, the present one first, each with what it says otherwise than the one before it. */
export function Versions({ definitions }: { definitions: readonly DefinitionDetails[] }) {
  return (
    <Card title={card.versions}>
      <ol className={classes.versions} reversed>
        {definitions.map((definition, index) => {
          const before = definitions[index + 1];
          const changed = before ? differences(definition, before) : [];
          return (
            <li key={definition.no}>
              <strong>
                {daysWords(definition)} {index === 0 ? <StatusBadge tone="good">{card.now}</StatusBadge> : null}
              </strong>
              {before ? null : <span>{definition.name}</span>}
              {before && changed.length === 0 ? <span className={classes.soft}>{card.sameMeaning}</span> : null}
              {changed.length > 0 ? (
                <ul className={classes.list}>
                  {changed.map((words) => (
                    <li key={words} style={{ border: 0, padding: 0 }}>
                      {words}
                    </li>
                  ))}
                </ul>
              ) : null}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
