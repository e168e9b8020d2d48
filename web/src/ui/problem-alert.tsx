import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { toProblem } from '@/api/problem';
import { ru } from './ru';

/** An error where it happened: what went wrong, what to do, and the id to name when asking for help. */
export function ProblemAlert({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const problem = toProblem(error);
  return (
    <Alert
      role="alert"
      variant="outline"
      color="var(--o-bad)"
      title={problem.title}
      icon={<IconAlertTriangle aria-hidden="true" />}
      styles={{ root: { background: 'var(--o-bad-tint)' }, message: { color: 'var(--o-ink)' } }}
    >
      {problem.detail ? <p style={{ margin: 0 }}>{problem.detail}</p> : null}
      {problem.traceId ? (
        <p style={{ margin: '4px 0 0', fontSize: '0.8125rem', color: 'var(--o-ink-soft)' }}>
          {ru.requestId}: {problem.traceId}
        </p>
      ) : null}
      {onRetry ? (
        <Button mt="xs" size="xs" variant="default" onClick={onRetry}>
          {ru.retry}
        </Button>
      ) : null}
    </Alert>
  );
}
