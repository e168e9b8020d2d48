import { z } from 'zod/mini';
import type { CourseForm, EnrolmentState } from '@/api/gen/types.gen';
import { optionalInt, optionalOf, optionalPage, optionalText } from '@/lib/search-params';

export const forms = ['InPerson', 'Distance', 'Mixed'] as const satisfies readonly CourseForm[];
export const enrolmentOrder = [
  'Applied',
  'Enrolled',
  'Waiting',
  'Completed',
  'NotCompleted',
  'Withdrawn',
] as const satisfies readonly EnrolmentState[];

/** What the address of the list of courses holds. Closed ones are not shown until they are asked for. */
export const courseSearch = z.object({
  search: optionalText,
  subject: optionalText,
  form: optionalOf(forms),
  deficit: optionalText,
  offer: optionalOf(['closed', 'all']),
  free: optionalOf(['yes']),
  sort: optionalOf(['title', '-title', 'hours', '-hours']),
  page: optionalPage,
});
export type CourseSearch = z.infer<typeof courseSearch>;
export type CourseFilters = Omit<CourseSearch, 'sort' | 'page'>;

/** What the address of a run holds. */
export const runSearch = z.object({ state: optionalOf(enrolmentOrder), search: optionalText, page: optionalPage });
export type RunSearch = z.infer<typeof runSearch>;

/** What the address of coverage holds. */
export const coverageSearch = z.object({
  by: optionalOf(['school', 'subject']),
  year: optionalInt,
  municipality: optionalText,
  subject: optionalText,
});
export type CoverageSearch = z.infer<typeof coverageSearch>;
