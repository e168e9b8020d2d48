import type { MentoringReached, MentoringState } from '@/api/gen/types.gen';
import { StatusBadge } from '@/ui/status-badge';
import { reachedNames, reachedTones, stateNames, stateTones } from './ru';

export function StateBadge({ state }: { state: MentoringState }) {
  return <StatusBadge tone={stateTones[state]}>{stateNames[state]}</StatusBadge>;
}

export function ReachedBadge({ reached }: { reached: MentoringReached }) {
  return <StatusBadge tone={reachedTones[reached]}>{reachedNames[reached]}</StatusBadge>;
}
