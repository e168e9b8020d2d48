import { z } from 'zod/mini';
import { optionalOf, optionalPage, optionalText } from '@/lib/search-params';

export const states = ['active', 'expired', 'revoked'] as const;
export const sorts = ['name', '-name', 'createdAt', '-createdAt', 'expiresOn', '-expiresOn'] as const;

export const clientsSearch = z.object({
  search: optionalText,
  state: optionalOf(states),
  sort: optionalOf(sorts),
  page: optionalPage,
});
export type ClientsSearch = z.infer<typeof clientsSearch>;
