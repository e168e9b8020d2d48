import type { SpecialistRequestState } from '@/api/gen/types.gen';
import { StatusBadge, type Tone } from '@/ui/status-badge';
import { ru, stateNames } from './ru';

const tones: Record<SpecialistRequestState, Tone> = {
  Requested: 'info',
  Assigned: 'info',
  InWork: 'progress',
  Done: 'good',
  Declined: 'bad',
  Withdrawn: 'neutral',
};

/** How far a request has come, in a word; one that waits too long says so. */
export function RequestStateBadge({ state, late }: { state: SpecialistRequestState; late: boolean }) {
  return <StatusBadge tone={late ? 'attention' : tones[state]}>{late ? ru.late : stateNames[state]}</StatusBadge>;
}
