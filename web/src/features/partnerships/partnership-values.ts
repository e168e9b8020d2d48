import { z } from 'zod/mini';
import type { PartnershipBody, PartnershipDetails } from '@/api/gen/types.gen';
import { limited, needed } from '@/lib/fields';
import { formatDay, missing } from '@/lib/format';
import { form } from './ru';

const ids = z.array(z.string());

/** What the form holds. */
export const partnershipSchema = z
  .object({
    subject: needed(form.required, 2_000),
    supported: ids.check(z.minLength(1, form.needSupported)),
    partnerSchools: ids,
    organisations: ids,
    number: limited(60),
    signedOn: z.nullable(z.string()),
    startsOn: z.nullable(z.string()),
    endsOn: z.nullable(z.string()),
  })
  .check(
    z.refine(({ partnerSchools, organisations }) => partnerSchools.length + organisations.length > 0, {
      path: ['partnerSchools'],
      error: form.needPartner,
    }),
    z.refine(({ number, signedOn }) => Boolean(number.trim()) === Boolean(signedOn), {
      path: ['signedOn'],
      error: form.bothOrNone,
    }),
    z.refine(
      ({ signedOn, startsOn, endsOn }) => !endsOn || !(startsOn || signedOn) || endsOn >= (startsOn || signedOn || ''),
      {
        path: ['endsOn'],
        error: form.wrongOrder,
      },
    ),
  );
export type PartnershipValues = z.infer<typeof partnershipSchema>;

export const emptyValues = (school?: string, partner?: string): PartnershipValues => ({
  subject: '',
  supported: school ? [school] : [],
  partnerSchools: partner ? [partner] : [],
  organisations: [],
  number: '',
  signedOn: null,
  startsOn: null,
  endsOn: null,
});

export function valuesOf({ parties, number, ...facts }: PartnershipDetails): PartnershipValues {
  const schools = (role: 'Supported' | 'Partner') =>
    parties.flatMap((party) => (party.role === role && party.schoolId ? [party.schoolId] : []));
  const { subject, signedOn, startsOn, endsOn } = facts;
  return {
    subject,
    supported: schools('Supported'),
    partnerSchools: schools('Partner'),
    organisations: parties.flatMap(({ organisationId }) => (organisationId ? [organisationId] : [])),
    number: number ?? '',
    signedOn,
    startsOn,
    endsOn,
  };
}

export const bodyOf = (values: PartnershipValues): PartnershipBody => ({
  subject: values.subject.trim(),
  supported: values.supported,
  partners: [
    ...values.partnerSchools.map((schoolId) => ({ schoolId, organisationId: null })),
    ...values.organisations.map((organisationId) => ({ schoolId: null, organisationId })),
  ],
  number: values.number.trim() || null,
  signedOn: values.signedOn || null,
  startsOn: values.startsOn || null,
  endsOn: values.endsOn || null,
});

export const comparedFields = [
  'subject',
  'supported',
  'partnerSchools',
  'organisations',
  'number',
  'signedOn',
  'startsOn',
  'endsOn',
] as const;

/** A field in words, for two versions side by side. */
export function valueWords(
  values: PartnershipValues,
  field: (typeof comparedFields)[number],
  nameOf: (id: string) => string,
): string {
  const value = values[field];
  if (Array.isArray(value)) return value.map(nameOf).join(', ') || missing;
  if (!value) return missing;
  return field === 'subject' || field === 'number' ? value : formatDay(value);
}
