import type { CourseRunState, EnrolmentState } from '@/api/gen/types.gen';
import { StatusBadge } from '@/ui/status-badge';
import { enrolmentStates, runStates } from './ru';

export function RunBadge({ state }: { state: CourseRunState }) {
  return <StatusBadge tone={runStates[state].tone}>{runStates[state].word}</StatusBadge>;
}

export function EnrolmentBadge({ state }: { state: EnrolmentState }) {
  return <StatusBadge tone={enrolmentStates[state].tone}>{enrolmentStates[state].word}</StatusBadge>;
}
