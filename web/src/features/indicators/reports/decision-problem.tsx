import type { Problem } from '@/api/problem';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import { ru } from './ru';

export function DecisionProblem({ problem }: { problem: Problem | null }) {
  if (!problem) return null;
  return problem.status === 412 ? <Note alert title={ru.stale} /> : <ProblemAlert error={problem} />;
}
