import { z } from 'zod/mini';
import type { TeacherBody, TeacherDetails } from '@/api/gen/types.gen';
import { limited, needed } from '@/lib/fields';
import { formatDay, missing } from '@/lib/format';
import { categoryNames, form } from './ru';
import { categories } from './search';

const day = z.nullable(z.string());
const latest = 2099;
const earliest = 1940;

export const teacherSchema = z
  .object({
    schoolId: z.nullable(z.string()),
    name: needed(form.required),
    subjects: z.array(z.string()),
    position: limited(200),
    category: z.enum(categories),
    categoryOn: day,
    experienceSince: z.string().check(z.trim()),
    staffSinceOn: day,
    planOn: day,
    planUpdatedOn: day,
    portfolioOn: day,
    portfolioUpdatedOn: day,
  })
  .check(
    z.refine(({ schoolId }) => Boolean(schoolId), { path: ['schoolId'], error: form.required }),
    z.refine(({ name }) => /\S\s+\S/.test(name.trim()), { path: ['name'], error: form.fullName }),
    z.refine(({ category, categoryOn }) => category !== 'None' || !categoryOn, {
      path: ['categoryOn'],
      error: form.needsCategory,
    }),
    z.refine(
      ({ experienceSince: year }) =>
        year === '' || (/^\d{4}$/.test(year) && Number(year) >= earliest && Number(year) <= latest),
      { path: ['experienceSince'], error: form.year },
    ),
    z.refine(({ planOn, planUpdatedOn }) => !planUpdatedOn || Boolean(planOn), {
      path: ['planOn'],
      error: form.needsStart,
    }),
    z.refine(({ portfolioOn, portfolioUpdatedOn }) => !portfolioUpdatedOn || Boolean(portfolioOn), {
      path: ['portfolioOn'],
      error: form.needsStart,
    }),
  );

/** What the form holds. */
export type TeacherValues = z.infer<typeof teacherSchema>;

export const emptyValues = (schoolId: string | null): TeacherValues => ({
  schoolId,
  name: '',
  subjects: [],
  position: '',
  category: 'None',
  categoryOn: null,
  experienceSince: '',
  staffSinceOn: null,
  planOn: null,
  planUpdatedOn: null,
  portfolioOn: null,
  portfolioUpdatedOn: null,
});

export const valuesOf = (teacher: TeacherDetails): TeacherValues => ({
  schoolId: teacher.school.id,
  name: teacher.name ?? '',
  subjects: [...teacher.subjects],
  position: teacher.position ?? '',
  category: teacher.category,
  categoryOn: teacher.categoryOn ?? null,
  experienceSince: teacher.experienceSince ? String(teacher.experienceSince) : '',
  staffSinceOn: teacher.staffSinceOn ?? null,
  planOn: teacher.plan?.madeOn ?? null,
  planUpdatedOn: teacher.plan?.updatedOn ?? null,
  portfolioOn: teacher.portfolio?.madeOn ?? null,
  portfolioUpdatedOn: teacher.portfolio?.updatedOn ?? null,
});

const paper = (madeOn: string | null, updatedOn: string | null) =>
  madeOn ? { madeOn, updatedOn: updatedOn || null } : null;

export const bodyOf = (values: TeacherValues): TeacherBody => ({
  name: values.name.trim(),
  subjects: values.subjects,
  position: values.position.trim() || null,
  category: values.category,
  categoryOn: values.categoryOn || null,
  experienceSince: values.experienceSince ? Number(values.experienceSince) : null,
  staffSinceOn: values.staffSinceOn || null,
  plan: paper(values.planOn, values.planUpdatedOn),
  portfolio: paper(values.portfolioOn, values.portfolioUpdatedOn),
});

export const comparedFields = [
  'name',
  'subjects',
  'position',
  'category',
  'categoryOn',
  'experienceSince',
  'staffSinceOn',
  'planOn',
  'planUpdatedOn',
  'portfolioOn',
  'portfolioUpdatedOn',
] as const;

/** A field in words, to compare two versions. */
export function valueWords(
  values: TeacherValues,
  field: (typeof comparedFields)[number],
  subjects: (codes: readonly string[]) => string,
): string {
  if (field === 'subjects') return subjects(values.subjects) || missing;
  if (field === 'category') return categoryNames[values.category];
  const value = values[field];
  return field.endsWith('On') && value ? formatDay(value) : value || missing;
}
