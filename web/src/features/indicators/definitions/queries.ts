import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  getIndicatorQuery,
  listIndicatorSetsQuery,
  listIndicatorsQuery,
  listReadySetsQuery,
} from '@/api/gen/@tanstack/react-query.gen';
import { type DefinitionSearch, toQuery } from './search';

export const setsOptions = () => listIndicatorSetsQuery();

export const readySetsOptions = () => listReadySetsQuery();

export const definitionsOptions = (search: DefinitionSearch) =>
  queryOptions({ ...listIndicatorsQuery({ query: toQuery(search) }), placeholderData: keepPreviousData });

export const definitionOptions = (id: string) => getIndicatorQuery({ path: { id } });

const about = ['listIndicatorSets', 'listIndicators', 'listReadySets', 'getIndicator', 'getIndicatorSet'];

/** After a definition or a set has changed: a new meaning of one may be told on the card of another. */
export async function definitionsChanged(queryClient: QueryClient): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => about.includes((queryKey[0] as { _id?: string } | undefined)?._id ?? ''),
  });
}
