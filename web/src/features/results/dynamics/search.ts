import { z } from 'zod/mini';
import type { DynamicsOption, DynamicsSubject } from '@/api/gen/types.gen';
import { assessments, categories } from '@/api/terms';
import { optionalInt, optionalOf, optionalPage, optionalText } from '@/lib/search-params';

export const bases = ['comparable', 'cohort'] as const;
export const groupings = ['municipality', 'category', 'cohort'] as const;
export const directions = ['rising', 'falling', 'equal', 'mixed', 'none'] as const;
export type Direction = (typeof directions)[number];

/** What the address of the dynamics holds; everything left out falls to the newest that there is. */
export const dynamicsSearch = z.object({
  year: optionalInt,
  assessment: optionalOf(assessments),
  subject: optionalText,
  grade: optionalInt,
  sitting: optionalText,
  base: optionalOf(bases),
  category: optionalOf(categories),
  cohort: optionalText,
  groupBy: optionalOf(groupings),
});
export type DynamicsSearch = z.infer<typeof dynamicsSearch>;

export const schoolsSearch = z.extend(dynamicsSearch, {
  direction: optionalOf(directions),
  group: optionalText,
  sort: optionalOf(['change', '-change', 'name', '-name', 'municipality', '-municipality', 'after', '-after']),
  page: optionalPage,
});
export type SchoolsSearch = z.infer<typeof schoolsSearch>;

export interface Question {
  year: number;
  assessment: DynamicsOption['assessment'];
  subject: DynamicsSubject;
  grade: number | undefined;
  sitting: string | undefined;
  base: (typeof bases)[number];
  category: DynamicsSearch['category'];
  cohort: string | undefined;
  option: DynamicsOption;
}

/** The full question that an address asks, given what there is to compare; undefined when there is nothing. */
export function resolve(search: DynamicsSearch, options: readonly DynamicsOption[]): Question | undefined {
  const option = options.find(({ assessment }) => assessment === search.assessment) ?? options[0];
  const subject = option?.subjects.find(({ code }) => code === search.subject) ?? option?.subjects[0];
  const newest = option ? Math.max(...option.years) : Number.NaN;
  if (!option || !subject || !Number.isFinite(newest)) return undefined;
  const wanted = search.grade !== undefined && subject.grades.includes(search.grade) ? search.grade : undefined;
  return {
    option,
    subject,
    assessment: option.assessment,
    year: search.year !== undefined && option.years.includes(search.year) ? search.year : newest,
    // Classes are never added together unless the subject itself says so (it then has no classes).
    grade: wanted ?? subject.grades[0],
    // A year may hold several works of one subject; without a name it is the main one.
    sitting: search.sitting !== undefined && subject.sittings.includes(search.sitting) ? search.sitting : undefined,
    base: search.base ?? 'comparable',
    category: search.category,
    cohort: search.cohort,
  };
}

/** Query of the contract for a question. */
export function toQuery({ year, assessment, subject, grade, sitting, base, category, cohort }: Question) {
  return { year, assessment, subject: subject.code, grade, sitting, base, category, cohort };
}

/** Another subject keeps the class when it has it. */
export function afterSubject(search: DynamicsSearch, subject: DynamicsSubject | undefined): DynamicsSearch {
  const keep = search.grade !== undefined && subject?.grades.includes(search.grade);
  return { ...search, subject: subject?.code, grade: keep ? search.grade : undefined, sitting: undefined };
}
