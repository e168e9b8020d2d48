import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  getSchoolAsOfQuery,
  getSchoolHistoryQueryKey,
  getSchoolQuery,
  listSchoolsQuery,
  listSchoolsQueryKey,
} from '@/api/gen/@tanstack/react-query.gen';
import { listSchools } from '@/api/gen/sdk.gen';
import type { ListedSchool, SchoolDetails } from '@/api/gen/types.gen';
import { readAll } from '@/lib/use-print-all';
import { type SchoolSearch, toQuery } from './search';

export const schoolsOptions = (search: SchoolSearch) =>
  queryOptions({ ...listSchoolsQuery({ query: toQuery(search) }), placeholderData: keepPreviousData });

export const schoolOptions = (id: string) => getSchoolQuery({ path: { id } });

export const schoolAsOfOptions = (id: string, date: string) => getSchoolAsOfQuery({ path: { id, date } });

/** Every school of the filter, for print. */
export function readAllSchools(search: SchoolSearch): Promise<ListedSchool[]> {
  return readAll(async (page, pageSize) => {
    const { data } = await listSchools({ query: { ...toQuery(search), page, pageSize }, throwOnError: true });
    return data;
  });
}

/** After a school has changed: its card at once, lists and history when next looked at. */
export async function schoolChanged(queryClient: QueryClient, school: SchoolDetails): Promise<void> {
  queryClient.setQueryData(schoolOptions(school.id).queryKey, school);
  const lists = listSchoolsQueryKey()[0]._id;
  const history = getSchoolHistoryQueryKey({ path: { id: school.id } })[0]._id;
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => {
      const id = (queryKey[0] as { _id?: string } | undefined)?._id;
      return id === lists || id === history;
    },
  });
}
