import {
  IconAlertTriangle,
  IconArrowsExchange,
  IconCheck,
  IconCircleHalf,
  IconCircleX,
  IconCloudOff,
  IconCloudUp,
  IconLock,
  IconMessage,
  IconX,
} from '@tabler/icons-react';
import type { SayKind } from './cell-words';

const marks: Partial<Record<SayKind | 'comment', typeof IconCheck>> = {
  conflict: IconArrowsExchange,
  invalid: IconCircleX,
  failed: IconCloudOff,
  saving: IconCloudUp,
  warning: IconAlertTriangle,
  achieved: IconCheck,
  missed: IconX,
  unknown: IconCircleHalf,
  locked: IconLock,
  saved: IconCheck,
  comment: IconMessage,
};

/** The picture of a state; a word always stands beside it. */
export function CellMark({ kind }: { kind: SayKind | 'comment' }) {
  const Icon = marks[kind];
  return Icon ? <Icon size={14} stroke={2} aria-hidden="true" /> : null;
}
