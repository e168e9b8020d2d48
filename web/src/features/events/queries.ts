import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  getAssociationCoverageQuery,
  getAssociationQuery,
  getEventQuery,
  getEventReachQuery,
  getSchoolQuery,
  listAssociationMembersQuery,
  listAssociationsQuery,
  listEventsQuery,
} from '@/api/gen/@tanstack/react-query.gen';
import { listAssociations, listEvents } from '@/api/gen/sdk.gen';
import { readAll } from '@/lib/use-print-all';
import { associationQuery, coverageQuery, eventQuery, pageSize, reachQuery } from './filters';
import type { AssociationSearch, CoverageSearch, EventSearch, ReachSearch } from './search';

export const eventsOptions = (search: EventSearch) =>
  queryOptions({ ...listEventsQuery({ query: eventQuery(search) }), placeholderData: keepPreviousData });

export const eventOptions = (id: string) => getEventQuery({ path: { id } });

export const meetingsOptions = (association: string) =>
  listEventsQuery({ query: { association, sort: '-start', pageSize: 100 } });

/** What of events a school took part in, with meetings; and what of associations its teachers are in. */
export const schoolEventsOptions = (school: string) =>
  listEventsQuery({
    query: {
      school,
      kind: ['Seminar', 'Webinar', 'Conference', 'RoundTable', 'MasterClass', 'Other', 'AssociationMeeting'],
      pageSize: 10,
    },
  });
export const schoolAssociationsOptions = (school: string) =>
  listAssociationsQuery({ query: { school, closed: false, pageSize: 50 } });

export const reachOptions = (search: ReachSearch, year: number) =>
  queryOptions({ ...getEventReachQuery({ query: reachQuery(search, year) }), placeholderData: keepPreviousData });

export const associationsOptions = (search: AssociationSearch) =>
  queryOptions({ ...listAssociationsQuery({ query: associationQuery(search) }), placeholderData: keepPreviousData });

export const associationOptions = (id: string) => getAssociationQuery({ path: { id } });

export const membersOptions = (id: string, page: number) =>
  queryOptions({
    ...listAssociationMembersQuery({ path: { id }, query: { page, pageSize } }),
    placeholderData: keepPreviousData,
  });

export const associationCoverageOptions = (search: CoverageSearch, year: number) =>
  queryOptions({
    ...getAssociationCoverageQuery({ query: coverageQuery(search, year) }),
    placeholderData: keepPreviousData,
  });

export const namedSchoolOptions = (id: string) => getSchoolQuery({ path: { id } });

export const readAllEvents = (search: EventSearch) =>
  readAll(async (page, size) => {
    const { data } = await listEvents({ query: { ...eventQuery(search), page, pageSize: size }, throwOnError: true });
    return data;
  });

export const readAllAssociations = (search: AssociationSearch) =>
  readAll(async (page, size) => {
    const { data } = await listAssociations({
      query: { ...associationQuery(search), page, pageSize: size },
      throwOnError: true,
    });
    return data;
  });

/** People are counted on events and associations alike: whatever has changed, all of them are looked at again. */
export async function eventsChanged(queryClient: QueryClient): Promise<void> {
  const ours = new Set<unknown>([
    'listEvents',
    'getEvent',
    'getEventReach',
    'listAssociations',
    'getAssociation',
    'listAssociationMembers',
    'getAssociationCoverage',
    'getCalendar',
  ]);
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => ours.has((queryKey[0] as { _id?: string } | undefined)?._id),
  });
}
