import { z } from 'zod/mini';
import { categories } from '@/api/terms';
import { optionalDay, optionalOf, optionalPage, optionalText } from '@/lib/search-params';

export const membersSearch = z.object({
  search: optionalText,
  category: optionalOf(categories),
  sort: optionalOf(['name', '-name', 'municipality', '-municipality', 'enteredOn', '-enteredOn']),
  asOf: optionalDay,
  page: optionalPage,
});
export type MembersSearch = z.infer<typeof membersSearch>;
