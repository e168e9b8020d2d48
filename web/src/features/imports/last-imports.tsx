import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMe } from '@/api/session';
import { formatInstant } from '@/lib/format';
import { Card } from '@/ui/card';
import { ProblemAlert } from '@/ui/problem-alert';
import { ImportStateBadge } from './import-state';
import classes from './last-imports.module.css';
import { importsOptions } from './queries';
import { kindWords, ru } from './ru';

/** The five newest loads, for the home page. */
export function LastImports() {
  const list = useQuery(importsOptions({}));
  const { region } = useMe();
  if (list.error) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <Card title={ru.lastTitle} aside={<Link to="/imports">{ru.start}</Link>}>
      {list.data?.items.length === 0 ? <p className={classes.soft}>{ru.none}</p> : null}
      <ul className={classes.list}>
        {list.data?.items.slice(0, 5).map((job) => (
          <li key={job.id}>
            <div>
              <Link to="/imports/$importId" params={{ importId: job.id }}>
                {job.fileName ?? ru.batch}
              </Link>
              <span className={classes.soft}>
                {kindWords[job.kind].short}, {formatInstant(job.createdAt, region.timeZone)}
              </span>
            </div>
            <ImportStateBadge state={job.state} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
