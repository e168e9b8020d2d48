import type { PersonState } from '@/api/gen/types.gen';
import { StatusBadge, type Tone } from '@/ui/status-badge';
import { stateNames } from './ru';

const tones: Record<PersonState, Tone> = { Invited: 'info', Active: 'good', Blocked: 'bad', Expired: 'attention' };

export function PersonStateBadge({ state }: { state: PersonState }) {
  return <StatusBadge tone={tones[state]}>{stateNames[state]}</StatusBadge>;
}
