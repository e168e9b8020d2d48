import { z } from 'zod/mini';
import type { ListRecommendationsData } from '@/api/gen/types.gen';
import { optionalDay, optionalOf, optionalPage, optionalText } from '@/lib/search-params';

/** What the list's address holds: filters, order and page. */
export const recommendationSearch = z.object({
  state: optionalOf(['Open', 'Done', 'Cancelled']),
  kind: optionalOf(['Recommendation', 'Decision']),
  school: optionalText,
  municipality: optionalText,
  indicator: optionalText,
  overdue: optionalOf(['true']),
  mine: optionalOf(['true']),
  dueFrom: optionalDay,
  dueBy: optionalDay,
  sort: optionalOf(['urgency', 'due', '-due', 'made', '-made']),
  page: optionalPage,
});
export type RecommendationSearch = z.infer<typeof recommendationSearch>;
export type RecommendationFilters = Omit<RecommendationSearch, 'sort' | 'page'>;

/** What the address of a new one brings along: to whom, and the figure that it follows from. */
export const newRecommendationSearch = z.object({
  school: optionalText,
  municipality: optionalText,
  indicator: optionalText,
  period: optionalText,
});
export type NewRecommendationSearch = z.infer<typeof newRecommendationSearch>;

export const pageSize = 50;

export function toQuery(search: RecommendationSearch): NonNullable<ListRecommendationsData['query']> {
  const { overdue, mine, page, ...filters } = search;
  return {
    ...filters,
    overdue: overdue && true,
    mine: mine && true,
    page: page ?? 1,
    pageSize,
  };
}

/** How many conditions are in force, without order and page. */
export const chosen = ({ sort: _, page: __, ...filters }: RecommendationSearch): number =>
  Object.values(filters).filter((value) => value !== undefined).length;
