import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  getPersonQuery,
  listDelegationsQuery,
  listPeopleQuery,
  listSchoolAccessQuery,
} from '@/api/gen/@tanstack/react-query.gen';
import type { PersonDetails } from '@/api/gen/types.gen';
import type { PeopleSearch } from './search';

export const pageSize = 50;

export const peopleOptions = ({ page, ...filters }: PeopleSearch) =>
  queryOptions({
    ...listPeopleQuery({ query: { ...filters, page: page ?? 1, pageSize } }),
    placeholderData: keepPreviousData,
  });

export const personOptions = (id: string) => getPersonQuery({ path: { id } });

/** Who can do what at a school. */
export const schoolAccessOptions = (id: string) => queryOptions(listSchoolAccessQuery({ path: { id } }));

export const delegationsOptions = () => queryOptions(listDelegationsQuery());

/** After a person has changed; without one, after several have. */
export async function peopleChanged(queryClient: QueryClient, person?: PersonDetails): Promise<void> {
  if (person) queryClient.setQueryData(personOptions(person.id).queryKey, person);
  const list = peopleOptions({}).queryKey[0]._id;
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => (queryKey[0] as { _id?: string })?._id === list,
  });
}

/** After rights were lent or taken back. */
export const delegationsChanged = (queryClient: QueryClient) =>
  queryClient.invalidateQueries({ queryKey: delegationsOptions().queryKey });
