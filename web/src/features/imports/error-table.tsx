import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportDetails, RowError } from '@/api/gen/types.gen';
import { formatNumber, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { Pages } from '@/ui/pages';
import { ProblemAlert } from '@/ui/problem-alert';
import { FixCell } from './fix-cell';
import classes from './imports.module.css';
import { errorsOptions } from './queries';
import { checkStep as ru } from './ru';

/** Wrong rows as numbered in the file: column, value, what is wrong and how to cure it, mended in place. */
export function ErrorTable({ job }: { job: ImportDetails }) {
  const [page, setPage] = useState(1);
  // The first hundred come with the job itself.
  const more = useQuery({ ...errorsOptions(job.id, page), enabled: page > 1 });
  const rows = page === 1 ? job.errors : (more.data?.items ?? []);
  const mendable = job.state === 'awaitingConfirmation';
  if (more.error) return <ProblemAlert error={more.error} onRetry={() => void more.refetch()} />;
  return (
    <Card title={`${ru.errors}: ${formatNumber(job.errorsTotal)}`} flush>
      <div className={classes.columnsScroll}>
        <table className={classes.errors}>
          <thead>
            <tr>
              <th scope="col" data-align="right">
                {ru.row}
              </th>
              <th scope="col">{ru.column}</th>
              <th scope="col">{ru.value}</th>
              <th scope="col">{ru.wrong}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((error) => (
              <ErrorRow
                key={`${error.row}-${error.column}-${error.code}-${error.pointer}`}
                job={job}
                error={error}
                mendable={mendable}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.pad}>
        <Pages page={page} pageSize={100} total={job.errorsTotal} onPage={setPage} />
      </div>
    </Card>
  );
}

function ErrorRow({ job, error, mendable }: { job: ImportDetails; error: RowError; mendable: boolean }) {
  return (
    <tr>
      <td data-align="right">{formatNumber(error.row)}</td>
      <td>{error.column ?? missing}</td>
      <td>
        {mendable && error.row != null && error.column ? (
          <FixCell job={job} row={error.row} column={error.column} value={error.value ?? ''} />
        ) : (
          (error.value ?? missing)
        )}
      </td>
      <td>
        {error.message}
        {error.allowed?.length ? <span className={classes.softLine}>{error.allowed.join(', ')}</span> : null}
      </td>
    </tr>
  );
}
