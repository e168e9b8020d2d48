import { z } from 'zod/mini';
import type { AssociationLevel, EventKind, EventLevel, EventState } from '@/api/gen/types.gen';
import { optionalDay, optionalInt, optionalOf, optionalPage, optionalText } from '@/lib/search-params';

export const kinds = [
  'Seminar',
  'Webinar',
  'Conference',
  'RoundTable',
  'MasterClass',
  'Other',
] as const satisfies readonly EventKind[];
export const levels = ['School', 'Municipal', 'InterMunicipal', 'Regional'] as const satisfies readonly EventLevel[];
export const states = ['Planned', 'Held', 'Cancelled'] as const satisfies readonly EventState[];
export const associationLevels = [
  'School',
  'Municipal',
  'Network',
  'Regional',
] as const satisfies readonly AssociationLevel[];

/** What the address of the list of events holds. */
export const eventSearch = z.object({
  search: optionalText,
  kind: optionalOf([...kinds, 'AssociationMeeting']),
  level: optionalOf(levels),
  state: optionalOf(states),
  municipality: optionalText,
  school: optionalText,
  from: optionalDay,
  to: optionalDay,
  sort: optionalOf(['start', '-start', 'title', '-title', 'people', '-people']),
  page: optionalPage,
});
export type EventSearch = z.infer<typeof eventSearch>;
export type EventFilters = Omit<EventSearch, 'sort' | 'page'>;

/** What the address of the list of associations holds. Closed ones are not shown until they are asked for. */
export const associationSearch = z.object({
  search: optionalText,
  level: optionalOf(associationLevels),
  subject: optionalText,
  municipality: optionalText,
  school: optionalText,
  work: optionalOf(['closed', 'all']),
  sort: optionalOf(['name', '-name', 'members', '-members']),
  page: optionalPage,
});
export type AssociationSearch = z.infer<typeof associationSearch>;
export type AssociationFilters = Omit<AssociationSearch, 'sort' | 'page'>;

/** What the address of an association holds: the page of its members. */
export const membersSearch = z.object({ page: optionalPage });

/** What the address of the reach of events holds. */
export const reachSearch = z.object({ by: optionalOf(['school', 'kind']), year: optionalInt });
export type ReachSearch = z.infer<typeof reachSearch>;

/** What the address of coverage by associations holds: schools of a list are asked for unless all are. */
export const coverageSearch = z.object({
  by: optionalOf(['school']),
  through: optionalOf(['school', 'wide', 'all']),
  schools: optionalOf(['all']),
  year: optionalInt,
});
export type CoverageSearch = z.infer<typeof coverageSearch>;
