import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  getApplicationQuery,
  getApplicationQueryKey,
  getSelectionQuery,
  getSelectionQueryKey,
  listApplicationsQuery,
  listPeopleQuery,
  listSelectionsQuery,
} from '@/api/gen/@tanstack/react-query.gen';
import { listSelections } from '@/api/gen/sdk.gen';
import type { ApplicationDetails, SelectionDetails, SelectionSummary } from '@/api/gen/types.gen';
import { readAll } from '@/lib/use-print-all';
import { pageSize, type SelectionSearch } from './search';

export const selectionsOptions = ({ page, sort }: SelectionSearch) =>
  queryOptions({
    ...listSelectionsQuery({ query: { sort, page: page ?? 1, pageSize } }),
    placeholderData: keepPreviousData,
  });

export const selectionOptions = (id: string) => getSelectionQuery({ path: { id } });

export const applicationsOptions = (id: string) => listApplicationsQuery({ path: { id } });

export const applicationOptions = (id: string, applicationId: string) =>
  getApplicationQuery({ path: { id, applicationId } });

/** People who may judge. */
export const peopleOptions = () => listPeopleQuery({ query: { pageSize: 200 } });

/** The applications with their scores as a workbook. */
export const applicationsFile = (id: string) => `/api/v1/selections/${id}/applications/file`;

/** Every selection, for print. */
export const readAllSelections = ({ sort }: SelectionSearch): Promise<SelectionSummary[]> =>
  readAll(async (page, size) => {
    const query = { sort, page, pageSize: size };
    return (await listSelections({ query, throwOnError: true })).data;
  });

const invalidate = (queryClient: QueryClient, ...ids: string[]) =>
  queryClient.invalidateQueries({
    predicate: ({ queryKey }) => ids.includes((queryKey[0] as { _id?: string } | undefined)?._id ?? ''),
  });

/** After a selection has changed: its card at once; applications are told by its state. */
export async function selectionChanged(queryClient: QueryClient, changed: SelectionDetails): Promise<void> {
  queryClient.setQueryData(getSelectionQueryKey({ path: { id: changed.id } }), changed);
  await invalidate(queryClient, 'listSelections', 'listApplications', 'getApplication');
}

export const selectionsChanged = (queryClient: QueryClient) => invalidate(queryClient, 'listSelections');

/** After an application has changed: its card at once. */
export async function applicationChanged(queryClient: QueryClient, changed: ApplicationDetails): Promise<void> {
  const path = { id: changed.selectionId, applicationId: changed.id };
  queryClient.setQueryData(getApplicationQueryKey({ path }), changed);
  await invalidate(queryClient, 'listApplications', 'listSelections', 'getSelection');
}
