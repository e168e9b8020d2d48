import { z } from 'zod/mini';
import { optionalDay, optionalOf, optionalPage, optionalText } from '@/lib/search-params';

export const states = ['active', 'expired', 'revoked'] as const;
export const sorts = ['name', '-name', 'createdAt', '-createdAt', 'expiresOn', '-expiresOn'] as const;

export const clientsSearch = z.object({
  search: optionalText,
  state: optionalOf(states),
  /** «Ends on this day at the latest»: set by a link of the home page, taken off by a tag. */
  expiresBy: optionalDay,
  sort: optionalOf(sorts),
  page: optionalPage,
});
export type ClientsSearch = z.infer<typeof clientsSearch>;
