import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  getRecommendationQuery,
  getRecommendationQueryKey,
  getSchoolQuery,
  listFiguresQuery,
  listRecommendationsQuery,
  listRecommendationsQueryKey,
} from '@/api/gen/@tanstack/react-query.gen';
import { listRecommendations } from '@/api/gen/sdk.gen';
import type { RecommendationDetails, RecommendationSummary } from '@/api/gen/types.gen';
import { readAll } from '@/lib/use-print-all';
import { type RecommendationSearch, toQuery } from './search';

export const recommendationsOptions = (search: RecommendationSearch) =>
  queryOptions({ ...listRecommendationsQuery({ query: toQuery(search) }), placeholderData: keepPreviousData });

export const recommendationOptions = (id: string) => getRecommendationQuery({ path: { id } });

const onCard = 5;

/** The most urgent ones of a school, for its card. */
export const ofSchoolOptions = (school: string) =>
  queryOptions(listRecommendationsQuery({ query: { school, pageSize: onCard } }));

/** What the indicators of a place say now; neither a school nor a municipality is the region. */
export const figuresOptions = (place: { school?: string; municipality?: string }) =>
  queryOptions(listFiguresQuery({ query: place }));

/** The school that an address names by its id. */
export const namedSchoolOptions = (id: string) => getSchoolQuery({ path: { id } });

/** Every recommendation of the filter, for print. */
export function readAllRecommendations(search: RecommendationSearch): Promise<RecommendationSummary[]> {
  return readAll(async (page, pageSize) => {
    const { data } = await listRecommendations({ query: { ...toQuery(search), page, pageSize }, throwOnError: true });
    return data;
  });
}

/** After a recommendation has changed: its card at once, lists when next looked at. */
export async function recommendationChanged(queryClient: QueryClient, changed: RecommendationDetails): Promise<void> {
  queryClient.setQueryData(getRecommendationQueryKey({ path: { id: changed.id } }), changed);
  const lists = listRecommendationsQueryKey()[0]._id;
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => (queryKey[0] as { _id?: string } | undefined)?._id === lists,
  });
}
