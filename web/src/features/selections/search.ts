import { z } from 'zod/mini';
import { optionalOf, optionalPage } from '@/lib/search-params';

/** What the list's address holds: order and page. */
export const selectionSearch = z.object({
  sort: optionalOf(['opens', '-opens', 'closes', '-closes']),
  page: optionalPage,
});
export type SelectionSearch = z.infer<typeof selectionSearch>;

export const pageSize = 50;
