import type { Problem } from '@/api/problem';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import { ru } from './ru';

export function ChangeProblem({ problem }: { problem: Problem | null }) {
  if (!problem) return null;
  if (problem.status !== 412) return <ProblemAlert error={problem} />;
  return (
    <Note alert title={ru.conflictTitle}>
      {ru.conflict}
    </Note>
  );
}
