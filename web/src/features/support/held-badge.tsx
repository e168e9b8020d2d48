import { StatusBadge } from '@/ui/status-badge';
import { card } from './ru';

/** Whether a session took place, in a word. */
export function HeldBadge({ held }: { held: boolean }) {
  return <StatusBadge tone={held ? 'good' : 'info'}>{held ? card.held : card.planned}</StatusBadge>;
}
