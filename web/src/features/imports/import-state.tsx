import type { ImportState } from '@/api/gen/types.gen';
import { StatusBadge, type Tone } from '@/ui/status-badge';
import { stateWords } from './ru';

const tones: Record<ImportState, Tone> = {
  queued: 'progress',
  running: 'progress',
  awaitingConfirmation: 'attention',
  succeeded: 'good',
  partiallySucceeded: 'attention',
  failed: 'bad',
  cancelled: 'neutral',
  rolledBack: 'neutral',
};

export function ImportStateBadge({ state }: { state: ImportState }) {
  return <StatusBadge tone={tones[state]}>{stateWords[state]}</StatusBadge>;
}
