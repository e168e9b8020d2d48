import { z } from 'zod/mini';
import type { OrganisationBody, OrganisationDetails, RegisterOrganisationBody } from '@/api/gen/types.gen';
import { limited, needed } from '@/lib/fields';
import { missing } from '@/lib/format';
import { centreFunctions, form, functionNames, kindNames } from './ru';
import { organisationKinds } from './search';

const website = limited(300).check(
  z.refine((value) => value === '' || /^https?:\/\/\S+$/.test(value), form.websiteWrong),
);

const shape = z.object({
  name: needed(form.required, 300),
  shortName: limited(60),
  kind: z.enum(organisationKinds),
  municipalityCode: z.nullable(z.string()),
  functions: z.array(z.enum(centreFunctions)),
  address: limited(300),
  website,
});

/** What the form holds, as typed. */
export type OrganisationValues = z.infer<typeof shape>;

/** `ownOnly` is for those who answer for municipalities only: what they add belongs to one of them. */
export const organisationSchema = (ownOnly: boolean) =>
  shape.check(
    z.refine(({ kind, municipalityCode }) => municipalityCode !== null || (kind !== 'EducationCentre' && !ownOnly), {
      path: ['municipalityCode'],
      error: ownOnly ? form.required : form.centreNeedsPlace,
    }),
  );

export const blank: OrganisationValues = {
  name: '',
  shortName: '',
  kind: 'EducationCentre',
  municipalityCode: null,
  functions: [],
  address: '',
  website: '',
};

export function valuesOf(organisation: OrganisationDetails): OrganisationValues {
  return {
    name: organisation.name,
    shortName: organisation.shortName ?? '',
    kind: organisation.kind,
    municipalityCode: organisation.municipality?.code ?? null,
    functions: organisation.functions,
    address: organisation.address ?? '',
    website: organisation.website ?? '',
  };
}

const optional = (value: string) => value.trim() || null;

export function revision(values: OrganisationValues): OrganisationBody {
  return {
    name: values.name.trim(),
    shortName: optional(values.shortName),
    kind: values.kind,
    // Chosen for a centre and left over when the kind was changed after that.
    functions: values.kind === 'EducationCentre' ? values.functions : [],
    address: optional(values.address),
    website: optional(values.website),
  };
}

export function registration(values: OrganisationValues, regionCode: string): RegisterOrganisationBody {
  return {
    facts: revision(values),
    municipalityCode: values.municipalityCode,
    regionCode: values.municipalityCode ? null : regionCode,
  };
}

type Field = Exclude<keyof OrganisationValues, 'municipalityCode'>;

/** A value of the form in words, for the two versions of a conflict. */
export function valueWords(values: OrganisationValues, field: Field): string {
  if (field === 'kind') return kindNames[values.kind];
  if (field === 'functions') return values.functions.map((one) => functionNames[one]).join(', ') || missing;
  return values[field].trim() || missing;
}

export const comparedFields: readonly Field[] = ['name', 'shortName', 'kind', 'functions', 'address', 'website'];
