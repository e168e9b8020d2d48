import { z } from 'zod/mini';
import { optionalOf, optionalText } from '@/lib/search-params';

export const entrySearch = z.object({
  set: optionalText,
  school: optionalText,
  municipality: optionalText,
  from: optionalText,
  to: optionalText,
  /** Whether the starts of targets are shown. */
  base: optionalOf(['1']),
  /** The cell whose panel is open, and at 390 px the indicator that is shown. */
  cell: optionalText,
});
export type EntrySearch = z.infer<typeof entrySearch>;
