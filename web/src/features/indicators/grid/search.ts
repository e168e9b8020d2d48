import { z } from 'zod/mini';
import { optionalText } from '@/lib/search-params';

export const entrySearch = z.object({
  set: optionalText,
  school: optionalText,
  municipality: optionalText,
  from: optionalText,
  to: optionalText,
  /** The cell whose panel is open, and at 390 px the indicator that is shown. */
  cell: optionalText,
});
export type EntrySearch = z.infer<typeof entrySearch>;
