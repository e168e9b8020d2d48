import type { ListCoursesData } from '@/api/gen/types.gen';
import type { CourseSearch, CoverageSearch } from './search';

// Not beside the schemas: these live in the shell, what is sent by them does not.
export const pageSize = 50;

export const toQuery = ({
  search,
  subject,
  form,
  deficit,
  offer,
  free,
  sort,
  page,
}: CourseSearch): ListCoursesData['query'] => ({
  search,
  subject,
  form,
  deficit,
  closed: offer === 'all' ? undefined : offer === 'closed',
  freeSeats: free === 'yes' ? true : undefined,
  sort,
  page: page ?? 1,
  pageSize,
});

/** How many conditions are in force, without order and page. */
export const chosen = ({ sort: _, page: __, ...filters }: CourseSearch): number =>
  Object.values(filters).filter((value) => value !== undefined).length;

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
