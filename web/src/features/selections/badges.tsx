import type { ApplicationState, SelectionState } from '@/api/gen/types.gen';
import { StatusBadge } from '@/ui/status-badge';
import { applicationNames, applicationTones, stateNames, stateTones } from './ru';

export function SelectionBadge({ state }: { state: SelectionState }) {
  return <StatusBadge tone={stateTones[state]}>{stateNames[state]}</StatusBadge>;
}

export function ApplicationBadge({ state }: { state: ApplicationState }) {
  return <StatusBadge tone={applicationTones[state]}>{applicationNames[state]}</StatusBadge>;
}
