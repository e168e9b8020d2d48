import { z } from 'zod/mini';
import type { CalendarKind } from '@/api/gen/types.gen';
import { optional, optionalDay, optionalOf, optionalText } from '@/lib/search-params';

export const kinds = [
  'Event',
  'AssociationMeeting',
  'CourseRun',
  'SpecialistSession',
  'SupportVisit',
] as const satisfies readonly CalendarKind[];

/** What the address of the calendar holds: a month, and what of it is wanted. */
export const calendarSearch = z.object({
  month: optional(z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/))),
  kind: optionalOf(kinds),
  municipality: optionalText,
  school: optionalText,
  /** The day whose list is open. */
  day: optionalDay,
});
export type CalendarSearch = z.infer<typeof calendarSearch>;
