import type { ListSpecialistRequestsData, ListSupportSessionsData, SpecialistRequestState } from '@/api/gen/types.gen';
import type { RequestSearch, SessionSearch } from './search';

// Apart from the schemas of addresses, which live in the shell.
export const pageSize = 50;

/** «В работе» is everything that is not settled. */
const statesOf = (state: RequestSearch['state']): SpecialistRequestState[] | undefined =>
  state === 'open' ? ['Requested', 'Assigned', 'InWork'] : state ? [state] : undefined;

/** The filter as the server takes it, for the list and for its file. */
export const requestFilter = ({
  state,
  sort: _,
  page: __,
  ...rest
}: RequestSearch): NonNullable<ListSpecialistRequestsData['query']> => ({ state: statesOf(state), ...rest });

export const requestQuery = (search: RequestSearch): NonNullable<ListSpecialistRequestsData['query']> => ({
  ...requestFilter(search),
  sort: search.sort,
  page: search.page ?? 1,
  pageSize,
});

export const sessionFilter = ({
  held,
  sort: _,
  page: __,
  ...rest
}: SessionSearch): NonNullable<ListSupportSessionsData['query']> => ({
  held: held && held === 'yes',
  ...rest,
});

export const sessionQuery = (search: SessionSearch): NonNullable<ListSupportSessionsData['query']> => ({
  ...sessionFilter(search),
  sort: search.sort,
  page: search.page ?? 1,
  pageSize,
});

/** Where a file with this filter is fetched. */
export function fileAddress(base: string, filter: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) query.append(name, String(one));
  const text = query.toString();
  return `${base}/file${text ? `?${text}` : ''}`;
}

/** How many conditions are in force, without order and page. */
export const chosen = (search: object): number =>
  Object.entries(search).filter(([name, value]) => name !== 'sort' && name !== 'page' && value !== undefined).length;

/** First and last day of the school year that begins in this one. */
export const daysOf = (year: string) => ({ from: `${year}-09-01`, to: `${Number(year) + 1}-08-31` });

export const yearName = (year: string) => `${year}/${Number(year) + 1}`;

/** The school year of a day `YYYY-MM-DD`, by the year in which it begins. */
export const yearOf = (day: string) => String(Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 9 ? 1 : 0));
