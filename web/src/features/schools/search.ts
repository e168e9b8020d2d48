import { z } from 'zod/mini';
import type { ListSchoolsData } from '@/api/gen/types.gen';
import { assessments, categories, kinds, localities, states } from '@/api/terms';
import { optionalInt, optionalOf, optionalPage, optionalText } from '@/lib/search-params';

export const directions = ['rising', 'falling', 'equal', 'none'] as const;
export const sorts = [
  'name',
  '-name',
  'code',
  '-code',
  'municipality',
  '-municipality',
  'pupils',
  '-pupils',
  'teachers',
  '-teachers',
] as const;

/** What the registry's address holds: filters, order and page. */
export const schoolSearch = z.object({
  search: optionalText,
  municipality: optionalText,
  kind: optionalOf(kinds),
  locality: optionalOf(localities),
  category: optionalOf(categories),
  cohort: optionalText,
  state: optionalOf(states),
  starred: optionalOf(['true', 'false']),
  withoutResults: optionalInt,
  dynamics: optionalOf(directions),
  year: optionalInt,
  assessment: optionalOf(assessments),
  subject: optionalText,
  grade: optionalInt,
  sort: optionalOf(sorts),
  page: optionalPage,
});
export type SchoolSearch = z.infer<typeof schoolSearch>;
export type SchoolFilters = Omit<SchoolSearch, 'sort' | 'page'>;

export const pageSize = 50;

/** A comparison needs its year, procedure and subject: until all three are chosen the filter is not sent. */
export function hasComparison(search: SchoolSearch): boolean {
  return Boolean(search.dynamics && search.year && search.assessment && search.subject);
}

export function toQuery(search: SchoolSearch): NonNullable<ListSchoolsData['query']> {
  const { starred, dynamics, year, assessment, subject, grade, page, sort, municipality, kind, ...rest } = search;
  return {
    ...rest,
    starred: starred ? starred === 'true' : undefined,
    municipality: municipality ? [municipality] : undefined,
    kind: kind ? [kind] : undefined,
    ...(hasComparison(search) ? { dynamics, year, assessment, subject, grade } : {}),
    sort: sort ?? 'name',
    page: page ?? 1,
    pageSize,
  };
}

/** Names of the filters in force, without order and page. */
export function chosen(search: SchoolSearch): (keyof SchoolFilters)[] {
  const { sort: _sort, page: _page, ...filters } = search;
  return (Object.keys(filters) as (keyof SchoolFilters)[]).filter((key) => filters[key] !== undefined);
}
