import { z } from 'zod/mini';
import type { ListTeachersData, TeacherCategory } from '@/api/gen/types.gen';
import { optionalOf, optionalPage, optionalText } from '@/lib/search-params';

export const categories = ['Highest', 'First', 'Conformity', 'None'] as const satisfies readonly TeacherCategory[];
const yesNo = ['yes', 'no'] as const;

/** What the list's address holds. Those who left are not shown until they are asked for. */
export const teacherSearch = z.object({
  search: optionalText,
  school: optionalText,
  municipality: optionalText,
  subject: optionalText,
  category: optionalOf(categories),
  staff: optionalOf(['left', 'all']),
  plan: optionalOf(yesNo),
  portfolio: optionalOf(yesNo),
  sort: optionalOf([
    'name',
    '-name',
    'school',
    '-school',
    'municipality',
    '-municipality',
    'experience',
    '-experience',
  ]),
  page: optionalPage,
});
export type TeacherSearch = z.infer<typeof teacherSearch>;
export type TeacherFilters = Omit<TeacherSearch, 'sort' | 'page'>;

export const newTeacherSearch = z.object({ school: optionalText });

export const pageSize = 50;

const truth = (value: 'yes' | 'no' | undefined) => (value === undefined ? undefined : value === 'yes');

/** The filter as the server takes it, for the list and for its file. */
export function toFilter(search: TeacherSearch): NonNullable<ListTeachersData['query']> {
  const { municipality, category, staff, plan, portfolio, search: words, school, subject } = search;
  return {
    search: words,
    school,
    subject,
    municipality: municipality ? [municipality] : undefined,
    category: category ? [category] : undefined,
    onStaff: staff === 'all' ? undefined : staff !== 'left',
    hasPlan: truth(plan),
    hasPortfolio: truth(portfolio),
  };
}

export const toQuery = (search: TeacherSearch): NonNullable<ListTeachersData['query']> => ({
  ...toFilter(search),
  sort: search.sort,
  page: search.page ?? 1,
  pageSize,
});

/** Where the file with the same filter is fetched. */
export function fileAddress(search: TeacherSearch): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(toFilter(search)))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) query.append(name, String(one));
  return `/api/v1/teachers/file?${query}`;
}

/** How many conditions are in force, without order and page. */
export const chosen = ({ sort: _, page: __, ...filters }: TeacherSearch): number =>
  Object.values(filters).filter((value) => value !== undefined).length;
