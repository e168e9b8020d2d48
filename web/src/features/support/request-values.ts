import { z } from 'zod/mini';
import type { SpecialistRequestBody, SpecialistRequestDetails } from '@/api/gen/types.gen';
import { needed } from '@/lib/fields';
import { formatDay, missing } from '@/lib/format';
import { form, kindNames } from './ru';
import { kinds } from './search';

const most = 2000;

export const requestSchema = z
  .object({
    schoolId: z.nullable(z.string()),
    specialist: z.enum(kinds),
    reason: needed(form.required, most),
    children: z
      .string()
      .check(
        z.refine((text) => /^\d{1,4}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most, form.children),
      ),
    neededFromOn: needed(form.required),
    requestedOn: needed(form.required),
  })
  .check(
    z.refine(({ schoolId }) => Boolean(schoolId), { path: ['schoolId'], error: form.required }),
    z.refine(({ neededFromOn, requestedOn }) => !neededFromOn || !requestedOn || neededFromOn >= requestedOn, {
      path: ['neededFromOn'],
      error: form.needed,
    }),
  );

/** What the form holds. */
export type RequestValues = z.infer<typeof requestSchema>;

export const emptyValues = (schoolId: string | null, today: string): RequestValues => ({
  schoolId,
  specialist: 'Psychologist',
  reason: '',
  children: '',
  neededFromOn: '',
  requestedOn: today,
});

export const valuesOf = (request: SpecialistRequestDetails): RequestValues => ({
  schoolId: request.school.id,
  specialist: request.specialist,
  reason: request.reason ?? '',
  children: String(request.children),
  neededFromOn: request.neededFromOn,
  requestedOn: request.requestedOn,
});

export const bodyOf = (values: RequestValues): SpecialistRequestBody => ({
  specialist: values.specialist,
  reason: values.reason.trim(),
  children: Number(values.children),
  neededFromOn: values.neededFromOn,
  requestedOn: values.requestedOn,
});

export const comparedFields = ['specialist', 'reason', 'children', 'neededFromOn', 'requestedOn'] as const;

/** A field in words, to compare two versions. */
export function valueWords(values: RequestValues, field: (typeof comparedFields)[number]): string {
  if (field === 'specialist') return kindNames[values.specialist];
  return field.endsWith('On') ? formatDay(values[field]) : values[field] || missing;
}
