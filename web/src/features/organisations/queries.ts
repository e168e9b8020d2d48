import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  getOrganisationQuery,
  listOrganisationsQuery,
  listOrganisationsQueryKey,
} from '@/api/gen/@tanstack/react-query.gen';
import { listOrganisations } from '@/api/gen/sdk.gen';
import type { OrganisationDetails, OrganisationSummary } from '@/api/gen/types.gen';
import { readAll } from '@/lib/use-print-all';
import { type OrganisationSearch, toQuery } from './search';

export const organisationsOptions = (search: OrganisationSearch) =>
  queryOptions({ ...listOrganisationsQuery({ query: toQuery(search) }), placeholderData: keepPreviousData });

export const organisationOptions = (id: string) => getOrganisationQuery({ path: { id } });

/** Every organisation of the filter, for print. */
export function readAllOrganisations(search: OrganisationSearch): Promise<OrganisationSummary[]> {
  return readAll(async (page, pageSize) => {
    const { data } = await listOrganisations({ query: { ...toQuery(search), page, pageSize }, throwOnError: true });
    return data;
  });
}

/** After an organisation has changed: its card at once, lists when next looked at. */
export async function organisationChanged(queryClient: QueryClient, changed: OrganisationDetails): Promise<void> {
  queryClient.setQueryData(organisationOptions(changed.id).queryKey, changed);
  const lists = listOrganisationsQueryKey()[0]._id;
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => (queryKey[0] as { _id?: string } | undefined)?._id === lists,
  });
}
