import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  getOrganisationQuery,
  getSchoolQuery,
  getSpecialistRequestQuery,
  getSpecialistRequestQueryKey,
  getSupportOverviewQuery,
  getSupportOverviewQueryKey,
  listConsultationsQuery,
  listConsultationsQueryKey,
  listSpecialistRequestsQuery,
  listSpecialistRequestsQueryKey,
  listSupportSessionsQuery,
  listSupportSessionsQueryKey,
  listSupportVisitsQuery,
  listSupportVisitsQueryKey,
} from '@/api/gen/@tanstack/react-query.gen';
import { listSpecialistRequests, listSupportSessions } from '@/api/gen/sdk.gen';
import type { SpecialistRequestDetails, SpecialistRequestSummary, SupportSessionRow } from '@/api/gen/types.gen';
import { readAll } from '@/lib/use-print-all';
import { daysOf, pageSize, requestQuery, sessionQuery } from './filter';
import type { ActSearch, OverviewSearch, RequestSearch, SessionSearch } from './search';

export const requestsOptions = (search: RequestSearch) =>
  queryOptions({ ...listSpecialistRequestsQuery({ query: requestQuery(search) }), placeholderData: keepPreviousData });

export const requestOptions = (id: string) => getSpecialistRequestQuery({ path: { id } });

export const sessionsOptions = (search: SessionSearch) =>
  queryOptions({ ...listSupportSessionsQuery({ query: sessionQuery(search) }), placeholderData: keepPreviousData });

export const overviewOptions = ({ year, municipality }: OverviewSearch) =>
  queryOptions({
    ...getSupportOverviewQuery({ query: { ...(year ? daysOf(year) : {}), municipality } }),
    placeholderData: keepPreviousData,
  });

/** What support at one school adds up to, whenever it was. */
export const ofSchoolOptions = (school: string) => queryOptions(getSupportOverviewQuery({ query: { school } }));

export const visitsOptions = ({ audience: _, page = 1, ...search }: ActSearch) =>
  queryOptions({
    ...listSupportVisitsQuery({ query: { ...search, page, pageSize } }),
    placeholderData: keepPreviousData,
  });

export const consultationsOptions = ({ page = 1, ...search }: ActSearch) =>
  queryOptions({
    ...listConsultationsQuery({ query: { ...search, page, pageSize } }),
    placeholderData: keepPreviousData,
  });

/** The school and the organisation that an address names by their ids. */
export const namedSchoolOptions = (id: string) => getSchoolQuery({ path: { id } });
export const namedOrganisationOptions = (id: string) => getOrganisationQuery({ path: { id } });

/** Every request of the filter, for print. */
export function readAllRequests(search: RequestSearch): Promise<SpecialistRequestSummary[]> {
  return readAll(async (page, pageSize) => {
    const query = { ...requestQuery(search), page, pageSize };
    return (await listSpecialistRequests({ query, throwOnError: true })).data;
  });
}

/** Every session of the filter, for print. */
export function readAllSessions(search: SessionSearch): Promise<SupportSessionRow[]> {
  return readAll(async (page, pageSize) => {
    const query = { ...sessionQuery(search), page, pageSize };
    return (await listSupportSessions({ query, throwOnError: true })).data;
  });
}

const lists = () =>
  new Set<string>([
    listSpecialistRequestsQueryKey()[0]._id,
    listSupportSessionsQueryKey()[0]._id,
    listSupportVisitsQueryKey()[0]._id,
    listConsultationsQueryKey()[0]._id,
    getSupportOverviewQueryKey()[0]._id,
  ]);

/** Lists and sums are read again when next looked at. */
export async function supportChanged(queryClient: QueryClient): Promise<void> {
  const known = lists();
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => known.has((queryKey[0] as { _id?: string } | undefined)?._id ?? ''),
  });
}

/** After a request has changed: its card at once. */
export async function requestChanged(queryClient: QueryClient, changed: SpecialistRequestDetails): Promise<void> {
  queryClient.setQueryData(getSpecialistRequestQueryKey({ path: { id: changed.id } }), changed);
  await supportChanged(queryClient);
}
