import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  listIndicatorOutliersQuery,
  listIndicatorPeriodsQuery,
  listIndicatorReportsQuery,
  listIndicatorReportsQueryKey,
  listIndicatorsQuery,
} from '@/api/gen/@tanstack/react-query.gen';
import type { ReportsSearch } from './search';

export const pageSize = 100;

export const periodsOptions = (set: string) => listIndicatorPeriodsQuery({ query: { set } });

export const reportsOptions = (set: string, period: string, { state, municipality, sort, page }: ReportsSearch) =>
  queryOptions({
    ...listIndicatorReportsQuery({ query: { set, period, state, municipality, sort, page: page ?? 1, pageSize } }),
    placeholderData: keepPreviousData,
  });

/** How many have come so far: one row is asked for, its total is the answer. */
export const countOptions = (
  set: string,
  period: string,
  { state, municipality }: Pick<ReportsSearch, 'state' | 'municipality'>,
) => listIndicatorReportsQuery({ query: { set, period, state, municipality, page: 1, pageSize: 1 } });

/** Values that the server found unusual: of one indicator or of all, in one municipality or in all. */
export const outliersOptions = (
  set: string,
  period: string,
  { indicator, municipality }: Pick<ReportsSearch, 'indicator' | 'municipality'>,
) =>
  queryOptions({
    ...listIndicatorOutliersQuery({ query: { set, period, indicator, municipality } }),
    placeholderData: keepPreviousData,
  });

/** Indicators of schools: only among them unusual values are looked for. */
export const schoolIndicatorsOptions = (set: string) =>
  listIndicatorsQuery({ query: { set, level: ['School'], pageSize: 200 } });

/** After a decision: every list and count of submissions. */
export function reportsChanged(queryClient: QueryClient): Promise<void> {
  const id = listIndicatorReportsQueryKey({ query: {} })[0]._id;
  return queryClient.invalidateQueries({
    predicate: ({ queryKey }) => (queryKey[0] as { _id?: string } | undefined)?._id === id,
  });
}

export function periodsChanged(queryClient: QueryClient, set: string): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: periodsOptions(set).queryKey });
}
