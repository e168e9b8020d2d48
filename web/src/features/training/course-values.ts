import { z } from 'zod/mini';
import type { CourseBody, CourseDetails, CourseRunBody, CourseRunSummary } from '@/api/gen/types.gen';
import { limited, needed } from '@/lib/fields';
import { form } from './ru';
import { forms } from './search';

const whole = (most: number) =>
  z.string().check(
    z.trim(),
    z.refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= most, form.number),
  );

/** A coordinator offers courses of the own municipality only and has to name it. */
export const courseSchema = (ofMunicipality: boolean) =>
  z
    .object({
      title: needed(form.required, 300),
      hours: whole(2000),
      form: z.enum(forms),
      providerId: z.nullable(z.string()),
      municipalityCode: z.nullable(z.string()),
      audience: limited(1000),
      subjects: z.array(z.string()),
      deficits: z.array(z.string()),
    })
    .check(
      z.refine(({ municipalityCode }) => !ofMunicipality || Boolean(municipalityCode), {
        path: ['municipalityCode'],
        error: form.required,
      }),
    );
export type CourseValues = z.infer<ReturnType<typeof courseSchema>>;

export const emptyCourse = (municipalityCode: string | null): CourseValues => ({
  title: '',
  hours: '',
  form: 'InPerson',
  providerId: null,
  municipalityCode,
  audience: '',
  subjects: [],
  deficits: [],
});

export const courseValues = (course: CourseDetails): CourseValues => ({
  title: course.title,
  hours: String(course.hours),
  form: course.form,
  providerId: course.provider?.id ?? null,
  municipalityCode: course.municipality?.code ?? null,
  audience: course.audience ?? '',
  subjects: [...course.subjects],
  deficits: [...course.deficits],
});

export const courseBody = (values: CourseValues): CourseBody => ({
  title: values.title.trim(),
  hours: Number(values.hours),
  form: values.form,
  providerId: values.providerId || null,
  audience: values.audience.trim() || null,
  subjects: values.subjects,
  deficits: values.deficits,
});

export const runSchema = z
  .object({
    startsOn: needed(form.required),
    endsOn: needed(form.required),
    seats: whole(5000),
    place: limited(300),
    link: limited(300),
    open: z.boolean(),
  })
  .check(
    z.refine(({ startsOn, endsOn }) => !startsOn || !endsOn || endsOn >= startsOn, {
      path: ['endsOn'],
      error: form.order,
    }),
    z.refine(({ link }) => link.trim() === '' || /^https?:\/\/\S+$/.test(link.trim()), {
      path: ['link'],
      error: form.url,
    }),
  );
export type RunValues = z.infer<typeof runSchema>;

export const emptyRun: RunValues = { startsOn: '', endsOn: '', seats: '25', place: '', link: '', open: true };

export const runValues = (run: CourseRunSummary): RunValues => ({
  startsOn: run.startsOn,
  endsOn: run.endsOn,
  seats: String(run.seats),
  place: run.place ?? '',
  link: run.link ?? '',
  open: false,
});

export const runBody = (values: RunValues): CourseRunBody => ({
  startsOn: values.startsOn,
  endsOn: values.endsOn,
  seats: Number(values.seats),
  place: values.place.trim() || null,
  link: values.link.trim() || null,
});
