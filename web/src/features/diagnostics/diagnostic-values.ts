import { z } from 'zod/mini';
import type { DiagnosticBody, DiagnosticDetails } from '@/api/gen/types.gen';
import { needed } from '@/lib/fields';
import { form } from './ru';
import { diagnosticForms, kinds } from './search';

const points = (text: string) => Number(text.trim().replace(',', '.'));
const isPoints = (text: string) =>
  /^\d{1,4}([.,]\d{1,3})?$/.test(text.trim()) && points(text) > 0 && points(text) <= 1000;

const measure = z
  .object({ deficit: z.string(), scored: z.boolean(), maximum: z.string(), threshold: z.string() })
  .check(
    z.refine(({ scored, maximum }) => !scored || isPoints(maximum), { path: ['maximum'], error: form.number }),
    z.refine(
      ({ scored, maximum, threshold }) =>
        !scored || (isPoints(threshold) && (!isPoints(maximum) || points(threshold) <= points(maximum))),
      { path: ['threshold'], error: form.threshold },
    ),
  );
export type MeasureValues = z.infer<typeof measure>;

/** A coordinator announces diagnostics of the own municipality only and has to name it. */
export const diagnosticSchema = (ofMunicipality: boolean) =>
  z
    .object({
      title: needed(form.required, 300),
      kind: z.enum(kinds),
      subject: z.nullable(z.string()),
      fromOn: needed(form.required),
      untilOn: needed(form.required),
      form: z.enum(diagnosticForms),
      providerId: z.nullable(z.string()),
      municipalityCode: z.nullable(z.string()),
      measures: z.array(measure).check(z.minLength(1, form.measures)),
    })
    .check(
      z.refine(({ fromOn, untilOn }) => !fromOn || !untilOn || untilOn >= fromOn, {
        path: ['untilOn'],
        error: form.order,
      }),
      z.refine(({ municipalityCode }) => !ofMunicipality || Boolean(municipalityCode), {
        path: ['municipalityCode'],
        error: form.required,
      }),
    );
export type DiagnosticValues = z.infer<ReturnType<typeof diagnosticSchema>>;

export const emptyDiagnostic = (municipalityCode: string | null): DiagnosticValues => ({
  title: '',
  kind: 'Subject',
  subject: null,
  fromOn: '',
  untilOn: '',
  form: 'External',
  providerId: null,
  municipalityCode,
  measures: [],
});

const told = (value: number | null | undefined) => (value == null ? '' : String(value).replace('.', ','));

export const diagnosticValues = (one: DiagnosticDetails): DiagnosticValues => ({
  title: one.title,
  kind: one.kind,
  subject: one.subject ?? null,
  fromOn: one.fromOn,
  untilOn: one.untilOn,
  form: one.form,
  providerId: one.provider?.id ?? null,
  municipalityCode: one.municipality?.code ?? null,
  measures: one.measures.map(({ deficit, maximum, threshold }) => ({
    deficit,
    scored: maximum != null,
    maximum: told(maximum),
    threshold: told(threshold),
  })),
});

export const diagnosticBody = (values: DiagnosticValues): DiagnosticBody => ({
  title: values.title.trim(),
  kind: values.kind,
  subject: values.subject || null,
  fromOn: values.fromOn,
  untilOn: values.untilOn,
  form: values.form,
  providerId: values.providerId || null,
  measures: values.measures.map(({ deficit, scored, maximum, threshold }) => ({
    deficit,
    maximum: scored ? points(maximum) : null,
    threshold: scored ? points(threshold) : null,
  })),
});
