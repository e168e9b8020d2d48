import type { EventState } from '@/api/gen/types.gen';
import { StatusBadge } from '@/ui/status-badge';
import { stateWords } from './ru';

export function StateBadge({ state }: { state: EventState }) {
  return <StatusBadge tone={stateWords[state].tone}>{stateWords[state].word}</StatusBadge>;
}
