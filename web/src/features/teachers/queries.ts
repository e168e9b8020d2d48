import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  getSchoolQuery,
  getTeacherQuery,
  getTeacherQueryKey,
  listTeachersQuery,
  listTeachersQueryKey,
} from '@/api/gen/@tanstack/react-query.gen';
import { listTeachers } from '@/api/gen/sdk.gen';
import type { TeacherDetails, TeacherSummary } from '@/api/gen/types.gen';
import { readAll } from '@/lib/use-print-all';
import { type TeacherSearch, toQuery } from './search';

export const teachersOptions = (search: TeacherSearch) =>
  queryOptions({ ...listTeachersQuery({ query: toQuery(search) }), placeholderData: keepPreviousData });

export const teacherOptions = (id: string) => getTeacherQuery({ path: { id } });

/** The school that an address names by its id. */
export const namedSchoolOptions = (id: string) => getSchoolQuery({ path: { id } });

/** Every teacher of the filter, for print. */
export function readAllTeachers(search: TeacherSearch): Promise<TeacherSummary[]> {
  return readAll(async (page, pageSize) => {
    const { data } = await listTeachers({ query: { ...toQuery(search), page, pageSize }, throwOnError: true });
    return data;
  });
}

/** After a teacher has changed: the card at once, lists when next looked at. */
export async function teacherChanged(queryClient: QueryClient, changed: TeacherDetails): Promise<void> {
  queryClient.setQueryData(getTeacherQueryKey({ path: { id: changed.id } }), changed);
  const lists = listTeachersQueryKey()[0]._id;
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => (queryKey[0] as { _id?: string } | undefined)?._id === lists,
  });
}
