import { Alert } from '@mantine/core';
import type { Problem } from '@/api/problem';
import { ProblemAlert } from '@/ui/problem-alert';
import { ru } from './ru';

export function ChangeProblem({ problem }: { problem: Problem | null }) {
  if (!problem) return null;
  if (problem.status !== 412) return <ProblemAlert error={problem} />;
  return (
    <Alert role="alert" color="brand" variant="light" title={ru.conflictTitle}>
      {ru.conflict}
    </Alert>
  );
}
