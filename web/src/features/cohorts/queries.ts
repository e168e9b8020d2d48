import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { cohortsOptions } from '@/api/dictionaries';
import { getCohortQuery, listCohortMembersQuery } from '@/api/gen/@tanstack/react-query.gen';
import { listCohortMembers } from '@/api/gen/sdk.gen';
import type { CohortMemberDetails, CohortSummary } from '@/api/gen/types.gen';
import { readAll } from '@/lib/use-print-all';
import type { MembersSearch } from './search';

export const cohortOptions = (id: string) => getCohortQuery({ path: { id } });

export const pageSize = 100;

const query = ({ search, category, sort, asOf, page }: MembersSearch) => ({
  search,
  category,
  sort,
  asOf,
  page: page ?? 1,
  pageSize,
});

export const membersOptions = (id: string, search: MembersSearch) =>
  queryOptions({
    ...listCohortMembersQuery({ path: { id }, query: query(search) }),
    placeholderData: keepPreviousData,
  });

export function readAllMembers(id: string, search: MembersSearch): Promise<CohortMemberDetails[]> {
  return readAll(async (page, size) => {
    const members = await listCohortMembers({
      path: { id },
      query: { ...query(search), page, pageSize: size },
      throwOnError: true,
    });
    return members.data;
  });
}

/** After a list or its members have changed. */
export async function cohortChanged(queryClient: QueryClient, cohort: CohortSummary): Promise<void> {
  queryClient.setQueryData(cohortOptions(cohort.id).queryKey, cohort);
  const members = membersOptions(cohort.id, {}).queryKey[0]._id;
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: cohortsOptions().queryKey }),
    queryClient.invalidateQueries({ predicate: ({ queryKey }) => (queryKey[0] as { _id?: string })?._id === members }),
  ]);
}
