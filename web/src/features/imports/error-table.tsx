import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportDetails, ImportError } from '@/api/gen/types.gen';
import { formatNumber, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { Pages } from '@/ui/pages';
import { ProblemAlert } from '@/ui/problem-alert';
import { narrow } from '@/ui/tokens';
import { codeWords } from './error-codes';
import { byCell } from './error-groups';
import { FixCell } from './fix-cell';
import classes from './imports.module.css';
import { errorsOptions } from './queries';
import { checkStep as ru } from './ru';

/** Wrong rows as numbered in the file: column, value, what is wrong and how to cure it, mended in place. */
export function ErrorTable({ job }: { job: ImportDetails }) {
  const [page, setPage] = useState(1);
  const small = useMediaQuery(narrow, false, { getInitialValueInEffect: false });
  // The first hundred come with the job itself.
  const more = useQuery({ ...errorsOptions(job.id, page), enabled: page > 1 });
  const rows = page === 1 ? job.errors : (more.data?.items ?? []);
  const groups = byCell(rows);
  const mendable = job.state === 'awaitingConfirmation';
  if (more.error) return <ProblemAlert error={more.error} onRetry={() => void more.refetch()} />;
  return (
    <Card title={`${ru.errors}: ${formatNumber(job.errorsTotal)}`} flush>
      {job.errorsByCode.length > 1 ? (
        <ul className={classes.codes} aria-label={ru.byCode}>
          {job.errorsByCode.map(({ code, count }) => (
            <li key={code}>
              {codeWords(code)} – {formatNumber(count)}
            </li>
          ))}
        </ul>
      ) : null}
      {small ? (
        <ul className={classes.errorCards}>
          {groups.map(({ error, times }) => (
            <li key={keyOf(error)}>
              <b>{ru.place(formatNumber(error.row), error.column ?? missing)}</b>
              <ErrorValue job={job} error={error} mendable={mendable} />
              <ErrorWords error={error} times={times} />
            </li>
          ))}
        </ul>
      ) : (
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
              {groups.map(({ error, times }) => (
                <ErrorRow key={keyOf(error)} job={job} error={error} times={times} mendable={mendable} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={classes.pad}>
        <Pages page={page} pageSize={100} total={job.errorsTotal} onPage={setPage} />
      </div>
    </Card>
  );
}

const keyOf = (error: ImportError) => `${error.row}-${error.column}-${error.code}-${error.pointer}`;

interface ErrorProps {
  job: ImportDetails;
  error: ImportError;
  mendable: boolean;
}

function ErrorRow({ times, ...props }: ErrorProps & { times: number }) {
  const { error } = props;
  return (
    <tr>
      <td data-align="right">{formatNumber(error.row)}</td>
      <td>{error.column ?? missing}</td>
      <td>
        <ErrorValue {...props} />
      </td>
      <td>
        <ErrorWords error={error} times={times} />
      </td>
    </tr>
  );
}

function ErrorValue({ job, error, mendable }: ErrorProps) {
  if (!mendable || error.row == null || !error.column) return error.value ?? missing;
  return <FixCell job={job} row={error.row} column={error.column} value={error.value ?? ''} />;
}

function ErrorWords({ error, times }: { error: ImportError; times: number }) {
  return (
    <span>
      {error.message}
      {error.allowed && !error.allowed.includes('..') ? (
        <span className={classes.softLine}>{error.allowed}</span>
      ) : null}
      {times > 1 ? <span className={classes.softLine}>{ru.repeated(times)}</span> : null}
    </span>
  );
}
