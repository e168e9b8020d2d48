import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import { getClientQuery, listClientsQuery, listClientsQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import type { ClientDetails } from '@/api/gen/types.gen';
import type { ClientsSearch } from './search';

export const pageSize = 50;

export const clientsOptions = ({ page, ...search }: ClientsSearch) =>
  queryOptions({
    ...listClientsQuery({ query: { ...search, page: page ?? 1, pageSize } }),
    placeholderData: keepPreviousData,
  });

export const clientOptions = (id: string) => getClientQuery({ path: { id } });

/** After a client has changed: its card at once, lists when next looked at. */
export async function clientChanged(queryClient: QueryClient, client: ClientDetails): Promise<void> {
  queryClient.setQueryData(clientOptions(client.id).queryKey, client);
  const lists = listClientsQueryKey()[0]._id;
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => (queryKey[0] as { _id?: string } | undefined)?._id === lists,
  });
}
