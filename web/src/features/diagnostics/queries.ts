import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  getDeficitChainCountsQuery,
  getDeficitCountsQuery,
  getDiagnosticQuery,
  getTeacherDiagnosticsQuery,
  listDeficitChainsQuery,
  listDeficitsQuery,
  listDiagnosticResultsQuery,
  listDiagnosticsQuery,
} from '@/api/gen/@tanstack/react-query.gen';
import { listDiagnostics } from '@/api/gen/sdk.gen';
import type { DiagnosticSummary } from '@/api/gen/types.gen';
import { readAll } from '@/lib/use-print-all';
import { pageSize, toChains, toCounts, toQuery, toResults } from './filters';
import type { ChainSearch, CountSearch, DiagnosticSearch, ResultSearch } from './search';

export const diagnosticsOptions = (search: DiagnosticSearch) =>
  queryOptions({ ...listDiagnosticsQuery({ query: toQuery(search) }), placeholderData: keepPreviousData });

export const diagnosticOptions = (id: string) => getDiagnosticQuery({ path: { id } });

export const deficitsOptions = () => listDeficitsQuery();

export const resultsOptions = (campaign: string, search: ResultSearch) =>
  queryOptions({
    ...listDiagnosticResultsQuery({
      query: { ...toResults(campaign, search), sort: 'name', page: search.page ?? 1, pageSize },
    }),
    placeholderData: keepPreviousData,
  });

export const countsOptions = (search: CountSearch, year: number) =>
  queryOptions({ ...getDeficitCountsQuery({ query: toCounts(search, year) }), placeholderData: keepPreviousData });

export const schoolCountsOptions = (school: string, year: number) =>
  getDeficitCountsQuery({ query: { by: 'Deficit', school, from: `${year}-01-01`, until: `${year}-12-31` } });

export const chainsOptions = (search: ChainSearch) =>
  queryOptions({
    ...listDeficitChainsQuery({ query: { ...toChains(search), page: search.page ?? 1, pageSize } }),
    placeholderData: keepPreviousData,
  });

export const chainCountsOptions = ({ municipality, cohort }: ChainSearch) =>
  queryOptions({
    ...getDeficitChainCountsQuery({ query: { municipality: municipality ? [municipality] : undefined, cohort } }),
    placeholderData: keepPreviousData,
  });

export const teacherDiagnosticsOptions = (id: string) => getTeacherDiagnosticsQuery({ path: { id } });

/** Every campaign of the filter, for print. */
export function readAllDiagnostics(search: DiagnosticSearch): Promise<DiagnosticSummary[]> {
  return readAll(async (page, size) => {
    const { data } = await listDiagnostics({
      query: { ...toQuery(search), page, pageSize: size },
      throwOnError: true,
    });
    return data;
  });
}

const ours = new Set<unknown>([
  'listDiagnostics',
  'getDiagnostic',
  'listDeficits',
  'listDiagnosticResults',
  'getDeficitCounts',
  'listDeficitChains',
  'getDeficitChainCounts',
  'getTeacherDiagnostics',
]);

/** A result changes counts and chains alike: all of diagnostics is looked at again. */
export async function diagnosticsChanged(queryClient: QueryClient): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => ours.has((queryKey[0] as { _id?: string } | undefined)?._id),
  });
}
