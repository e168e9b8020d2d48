import { z } from 'zod/mini';
import { categories } from '@/api/terms';
import { optionalOf, optionalPage, optionalText } from '@/lib/search-params';

export const membersSearch = z.object({
  search: optionalText,
  category: optionalOf(categories),
  sort: optionalOf(['name', '-name', 'municipality', '-municipality', 'enteredOn', '-enteredOn']),
  page: optionalPage,
});
export type MembersSearch = z.infer<typeof membersSearch>;
