import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getSchoolHistoryQuery, listChangesQuery } from '@/api/gen/@tanstack/react-query.gen';
import { listChanges } from '@/api/gen/sdk.gen';
import type { Change } from '@/api/gen/types.gen';
import { readAll } from '@/lib/use-print-all';
import type { JournalSearch } from './search';

export const pageSize = 50;

export const schoolHistoryOptions = (id: string, page: number) =>
  queryOptions({
    ...getSchoolHistoryQuery({ path: { id }, query: { page, pageSize } }),
    placeholderData: keepPreviousData,
  });

export const changesOptions = ({ page, ...search }: JournalSearch) =>
  queryOptions({
    ...listChangesQuery({ query: { ...search, page: page ?? 1, pageSize } }),
    placeholderData: keepPreviousData,
  });

/** Every change of the filter, for print. */
export function readAllChanges({ page: _, ...search }: JournalSearch): Promise<Change[]> {
  return readAll(async (page, size) => {
    const { data } = await listChanges({ query: { ...search, page, pageSize: size }, throwOnError: true });
    return data;
  });
}
