import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { municipalitiesOptions } from '@/api/dictionaries';
import type { GetSchoolHistoryChange } from '@/api/gen/types.gen';
import { useCan, useMe } from '@/api/session';
import { categories, categoryName } from '@/api/terms';
import { formatInstant } from '@/lib/format';
import { Card } from '@/ui/card';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { Pages } from '@/ui/pages';
import { ProblemAlert } from '@/ui/problem-alert';
import { actionWords, knownChanges, type Names, valueWords } from './history-words';
import { schoolHistoryOptions } from './queries';
import { history } from './ru';
import classes from './school.module.css';

interface Props {
  schoolId: string;
  page: number;
  onPage: (page: number) => void;
}

/** Who changed what, when, from what to what. */
export function SchoolHistory({ schoolId, page, onPage }: Props) {
  const query = useQuery(schoolHistoryOptions(schoolId, page));
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DelayedSkeleton />;
  const { items, total, pageSize } = query.data;
  if (total === 0) return <EmptyState title={history.empty} />;
  return (
    <Card title={history.title}>
      <ol className={classes.timeline}>
        {items.map((entry) => (
          <Entry key={`${entry.at}-${entry.action}`} entry={entry} />
        ))}
      </ol>
      <Pages page={page} pageSize={pageSize} total={total} onPage={onPage} />
    </Card>
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

function Entry({ entry }: { entry: GetSchoolHistoryChange }) {
  const { region } = useMe();
  const names = useNames();
  const mayOpen = useCan('imports:read');
  const who = entry.by.name ? `${history.by[entry.by.kind]}: ${entry.by.name}` : history.by[entry.by.kind];
  return (
    <li>
      <time className="numbers" dateTime={entry.at}>
        {formatInstant(entry.at, region.timeZone)}
      </time>
      <div>
        <strong>{actionWords(entry)}</strong>
        <span className={classes.soft}>
          {entry.by.kind === 'import' && entry.by.id && mayOpen ? (
            <Link to="/imports/$importId" params={{ importId: entry.by.id }}>
              {who}
            </Link>
          ) : (
            who
          )}
        </span>
        <ul className={classes.changes}>
          {knownChanges(entry.changes).map(({ field, from, to }) => (
            <li key={field}>
              {history.fields[field]}:{' '}
              {from === null ? null : (
                <>
                  <del>{valueWords(field, from, names)}</del> →{' '}
                </>
              )}
              <ins>{valueWords(field, to, names)}</ins>
            </li>
          ))}
        </ul>
        {entry.reason ? (
          <span className={classes.soft}>
            {history.reason}: {entry.reason}
          </span>
        ) : null}
      </div>
    </li>
  );
}
