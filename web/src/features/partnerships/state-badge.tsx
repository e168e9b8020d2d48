import type { PartnershipState } from '@/api/gen/types.gen';
import { StatusBadge } from '@/ui/status-badge';
import { stateNames, stateTones } from './ru';

export function StateBadge({ state }: { state: PartnershipState }) {
  return <StatusBadge tone={stateTones[state]}>{stateNames[state]}</StatusBadge>;
}
