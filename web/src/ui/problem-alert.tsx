import { Button } from '@mantine/core';
import { toProblem } from '@/api/problem';
import { Note } from './note';
import { ru } from './ru';

/** An error where it happened: what went wrong, what to do, and the id to name when asking for help. */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const problem = toProblem(error);
  return (
    <Note tone="bad" alert title={problem.title}>
      {problem.detail ? <p>{problem.detail}</p> : null}
      {problem.traceId ? (
        <p style={{ fontSize: '0.8125rem', color: 'var(--o-ink-soft)' }}>
          {ru.requestId}: {problem.traceId}
        </p>
      ) : null}
      {onRetry ? (
        <div>
          <Button size="xs" variant="default" onClick={onRetry}>
            {ru.retry}
          </Button>
        </div>
      ) : null}
    </Note>
  );
}
