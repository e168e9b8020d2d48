import type { ClientState } from '@/api/gen/types.gen';
import { StatusBadge, type Tone } from '@/ui/status-badge';
import { ru } from './ru';

const tones: Record<ClientState, Tone> = { active: 'good', expired: 'attention', revoked: 'bad' };

export function ClientStateBadge({ state }: { state: ClientState }) {
  return <StatusBadge tone={tones[state]}>{ru.states[state]}</StatusBadge>;
}
