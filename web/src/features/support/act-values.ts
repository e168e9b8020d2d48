import { z } from 'zod/mini';
import type { ConsultationBody, ConsultationDetails, SupportVisitDetails, VisitBody } from '@/api/gen/types.gen';
import { limited, needed } from '@/lib/fields';
import { acts, dialogs } from './ru';
import { audiences } from './search';

const upTo = (most: number, least: number) =>
  z
    .string()
    .check(
      z.refine(
        (text) => /^\d{1,4}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most,
        acts.number(least, most),
      ),
    );

const common = {
  schoolId: needed(dialogs.required),
  on: needed(dialogs.required),
  organisationId: z.nullable(z.string()),
};

export const visitSchema = z.object({
  ...common,
  purpose: needed(dialogs.required, 500),
  lessons: upTo(200, 0),
  teachers: upTo(500, 0),
  findings: limited(4000),
});
export type VisitValues = z.infer<typeof visitSchema>;

export const visitValues = (visit: SupportVisitDetails | undefined, schoolId = ''): VisitValues => ({
  schoolId: visit?.school.id ?? schoolId,
  on: visit?.on ?? '',
  organisationId: visit?.organisation?.id ?? null,
  purpose: visit?.purpose ?? '',
  lessons: visit ? String(visit.lessons) : '',
  teachers: visit ? String(visit.teachers) : '',
  findings: visit?.findings ?? '',
});

export const visitBody = (values: VisitValues): VisitBody => ({
  on: values.on,
  purpose: values.purpose.trim(),
  lessons: Number(values.lessons),
  teachers: Number(values.teachers),
  organisationId: values.organisationId || null,
  findings: values.findings.trim() || null,
});

export const consultationSchema = z.object({
  ...common,
  audience: z.enum(audiences),
  people: upTo(2000, 1),
  theme: needed(dialogs.required, 500),
});
export type ConsultationValues = z.infer<typeof consultationSchema>;

export const consultationValues = (one: ConsultationDetails | undefined, schoolId = ''): ConsultationValues => ({
  schoolId: one?.school.id ?? schoolId,
  on: one?.on ?? '',
  organisationId: one?.organisation?.id ?? null,
  audience: one?.audience ?? 'Teachers',
  people: one ? String(one.people) : '',
  theme: one?.theme ?? '',
});

export const consultationBody = (values: ConsultationValues): ConsultationBody => ({
  on: values.on,
  audience: values.audience,
  people: Number(values.people),
  theme: values.theme.trim(),
  organisationId: values.organisationId || null,
});
