import { z } from 'zod/mini';
import type { CourseForm, EnrolmentState, ListCoursesData } from '@/api/gen/types.gen';
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

export const pageSize = 50;

export const toQuery = ({
  search,
  subject,
  form,
  offer,
  free,
  sort,
  page,
}: CourseSearch): ListCoursesData['query'] => ({
  search,
  subject,
  form,
  closed: offer === 'all' ? undefined : offer === 'closed',
  freeSeats: free === 'yes' ? true : undefined,
  sort,
  page: page ?? 1,
  pageSize,
});

/** How many conditions are in force, without order and page. */
export const chosen = ({ sort: _, page: __, ...filters }: CourseSearch): number =>
  Object.values(filters).filter((value) => value !== undefined).length;

/** What the address of coverage holds. */
export const coverageSearch = z.object({
  by: optionalOf(['school', 'subject']),
  year: optionalInt,
  municipality: optionalText,
  subject: optionalText,
});
export type CoverageSearch = z.infer<typeof coverageSearch>;

const bys = { school: 'School', subject: 'Subject', municipality: 'Municipality' } as const;

/** The count as the server takes it, for the screen and for its file. */
export const toCoverage = ({ by, municipality, subject }: CoverageSearch, year: number) => ({
  by: bys[by ?? 'municipality'],
  from: `${year}-01-01`,
  until: `${year}-12-31`,
  municipality: municipality ? [municipality] : undefined,
  subject,
});

/** Where the file with the same count is fetched. */
export function coverageFile(search: CoverageSearch, year: number): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(toCoverage(search, year)))
    if (value !== undefined) query.append(name, String(value));
  return `/api/v1/training-coverage/file?${query}`;
}
