import { z } from 'zod/mini';
import type { MentoringBody, MentoringDetails } from '@/api/gen/types.gen';
import { limited, needed } from '@/lib/fields';
import { formatDay, missing } from '@/lib/format';
import { form, kindNames, kinds, ru } from './ru';

const ids = z.array(z.string());
const id = z.nullable(z.string());

/** Where the mentor comes from. */
export const sources = ['teacher', 'school', 'organisation'] as const;

/** What the form holds. */
export const mentoringSchema = z
  .object({
    kind: z.enum(['Teachers', 'Directors', 'SchoolTeam']),
    source: z.enum(sources),
    mentorTeacher: id,
    mentorSchool: id,
    mentorOrganisation: id,
    mentorPerson: id,
    teachers: ids,
    schools: ids,
    aim: needed(form.required, 2_000),
    startsOn: needed(form.required),
    endsOn: id,
    basis: limited(300),
    partnershipId: id,
  })
  .check(
    z.refine(({ kind, teachers }) => kind !== 'Teachers' || teachers.length > 0, {
      path: ['teachers'],
      error: form.needTeachers,
    }),
    z.refine(({ kind, schools }) => kind === 'Teachers' || schools.length > 0, {
      path: ['schools'],
      error: form.needSchools,
    }),
    z.refine((values) => mentorField(values) !== 'mentorTeacher' || Boolean(values.mentorTeacher), {
      path: ['mentorTeacher'],
      error: form.needMentor,
    }),
    z.refine((values) => mentorField(values) !== 'mentorSchool' || Boolean(values.mentorSchool), {
      path: ['mentorSchool'],
      error: form.needMentor,
    }),
    z.refine((values) => mentorField(values) !== 'mentorOrganisation' || Boolean(values.mentorOrganisation), {
      path: ['mentorOrganisation'],
      error: form.needMentor,
    }),
    z.refine(({ startsOn, endsOn }) => !endsOn || endsOn >= startsOn, { path: ['endsOn'], error: form.wrongOrder }),
  );
export type MentoringValues = z.infer<typeof mentoringSchema>;

/** The field in which the mentor is chosen: a director is told by the school. */
export const mentorField = ({ kind, source }: Pick<MentoringValues, 'kind' | 'source'>) =>
  kind === 'Directors' || source === 'school'
    ? ('mentorSchool' as const)
    : source === 'teacher'
      ? ('mentorTeacher' as const)
      : ('mentorOrganisation' as const);

export const emptyValues = (startsOn: string, school?: string): MentoringValues => ({
  kind: school ? 'SchoolTeam' : 'Teachers',
  source: 'teacher',
  mentorTeacher: null,
  mentorSchool: null,
  mentorOrganisation: null,
  mentorPerson: null,
  teachers: [],
  schools: school ? [school] : [],
  aim: '',
  startsOn,
  endsOn: null,
  basis: '',
  partnershipId: null,
});

export function valuesOf({ parties, kind, aim, startsOn, endsOn, ...more }: MentoringDetails): MentoringValues {
  const mentor = parties.find(({ role }) => role === 'Mentor');
  const supported = parties.filter(({ role }) => role === 'Supported');
  return {
    kind,
    source: mentor?.organisationId ? 'organisation' : mentor?.teacherId ? 'teacher' : 'school',
    mentorTeacher: mentor?.teacherId ?? null,
    mentorSchool: mentor?.teacherId ? null : (mentor?.schoolId ?? null),
    mentorOrganisation: mentor?.organisationId ?? null,
    mentorPerson: mentor?.staffMemberId ?? null,
    teachers: kind === 'Teachers' ? supported.flatMap(({ teacherId }) => teacherId ?? []) : [],
    schools: kind === 'Teachers' ? [] : supported.flatMap(({ schoolId }) => schoolId ?? []),
    aim,
    startsOn,
    endsOn,
    basis: more.basis ?? '',
    partnershipId: more.agreement?.id ?? null,
  };
}

export function bodyOf(values: MentoringValues): MentoringBody {
  const { kind, aim, startsOn, endsOn, basis, partnershipId } = values;
  const field = mentorField(values);
  const chosen = (name: typeof field) => (field === name ? values[name] : null);
  return {
    kind,
    aim: aim.trim(),
    startsOn,
    endsOn: endsOn || null,
    basis: basis.trim() || null,
    partnershipId,
    mentor: {
      teacherId: chosen('mentorTeacher'),
      schoolId: chosen('mentorSchool'),
      organisationId: chosen('mentorOrganisation'),
      staffMemberId: field === 'mentorOrganisation' ? values.mentorPerson : null,
    },
    teacherIds: kind === 'Teachers' ? values.teachers : null,
    schoolIds: kind === 'Teachers' ? null : values.schools,
  };
}

/** What both versions are compared by. */
export const comparedFields = ['kind', 'mentor', 'supported', 'aim', 'startsOn', 'endsOn', 'basis'] as const;

/** A field in words, for two versions side by side. */
export function valueWords(
  values: MentoringValues,
  field: (typeof comparedFields)[number],
  nameOf: (id: string) => string,
): string {
  if (field === 'mentor') return nameOf(values[mentorField(values)] ?? '');
  if (field === 'supported')
    return (values.kind === 'Teachers' ? values.teachers : values.schools).map(nameOf).join(', ') || missing;
  if (field === 'kind') return kindNames[kinds.find((kind) => kind === values.kind) ?? 'Teachers'];
  const value = values[field];
  if (!value) return field === 'endsOn' ? ru.endless : missing;
  return field === 'aim' || field === 'basis' ? value : formatDay(value);
}
