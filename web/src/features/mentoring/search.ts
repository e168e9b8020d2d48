import { z } from 'zod/mini';
import type { ListMentoringsData } from '@/api/gen/types.gen';
import { optionalOf, optionalPage, optionalText } from '@/lib/search-params';

/** What the list's address holds: filters, order and page. */
export const mentoringSearch = z.object({
  search: optionalText,
  kind: optionalOf(['Teachers', 'Directors', 'SchoolTeam']),
  state: optionalOf(['Planned', 'Active', 'Ending', 'Ended', 'Terminated']),
  municipality: optionalText,
  school: optionalText,
  sort: optionalOf(['urgency', '-urgency', 'starts', '-starts', 'ends', '-ends']),
  page: optionalPage,
});
export type MentoringSearch = z.infer<typeof mentoringSearch>;
export type MentoringFilters = Omit<MentoringSearch, 'sort' | 'page'>;

/** What the address of a new one brings along. */
export const newMentoringSearch = z.object({ school: optionalText });

export const pageSize = 50;

export const toQuery = ({ page, ...filters }: MentoringSearch): NonNullable<ListMentoringsData['query']> => ({
  ...filters,
  page: page ?? 1,
  pageSize,
});

/** How many conditions are in force, without order and page. */
export const chosen = ({ sort: _, page: __, ...filters }: MentoringSearch): number =>
  Object.values(filters).filter((value) => value !== undefined).length;
