import { useQuery } from '@tanstack/react-query';
import type { GetSchoolHistoryChange } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { kindNames, localityNames, stateNames } from '@/api/terms';
import { formatInstant, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { Pages } from '@/ui/pages';
import { ProblemAlert } from '@/ui/problem-alert';
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

const valueWords: Record<string, Record<string, string>> = {
  kind: kindNames,
  locality: localityNames,
  state: stateNames,
};

function words(field: string, value: string | null | undefined): string {
  if (value == null || value === '') return missing;
  return valueWords[field]?.[value] ?? value;
}

function Entry({ entry }: { entry: GetSchoolHistoryChange }) {
  const { region } = useMe();
  const who = history.by[entry.by.kind];
  return (
    <li>
      <time className="numbers" dateTime={entry.at}>
        {formatInstant(entry.at, region.timeZone)}
      </time>
      <div>
        <strong>
          {history.actions[`${entry.thing}.${entry.action}`] ?? history.actions[entry.action] ?? entry.action}
        </strong>
        <span className={classes.soft}>{entry.by.name ? `${who}: ${entry.by.name}` : who}</span>
        {entry.changes.length > 0 ? (
          <ul className={classes.changes}>
            {entry.changes.map(({ field, from, to }) => (
              <li key={field}>
                {history.fields[field] ?? field}: <del>{words(field, from)}</del> → <ins>{words(field, to)}</ins>
              </li>
            ))}
          </ul>
        ) : null}
        {entry.reason ? (
          <span className={classes.soft}>
            {history.reason}: {entry.reason}
          </span>
        ) : null}
      </div>
    </li>
  );
}
