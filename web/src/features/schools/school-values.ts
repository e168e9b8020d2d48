import { z } from 'zod/mini';
import type { RegisterSchoolBody, ReviseSchoolBody, SchoolDetails } from '@/api/gen/types.gen';
import { kinds, localities } from '@/api/terms';
import { limited, needed } from '@/lib/fields';
import { form } from './ru';

const count = z.string().check(
  z.trim(),
  z.refine((value) => value === '' || (/^\d{1,5}$/.test(value) && Number(value) <= 20_000), form.number),
);

export const editedSchema = z.object({
  name: needed(form.required),
  kind: z.enum(kinds),
  locality: z.enum(localities),
  pupils: count,
  teachers: count,
  address: limited(400),
  website: limited(300).check(z.refine((value) => value === '' || /^https?:\/\/\S+$/.test(value), form.websiteWrong)),
});

export const newSchema = z.extend(editedSchema, {
  code: needed(form.required, 32),
  municipalityCode: needed(form.required),
});

/** What the form holds: texts, as typed. */
export type SchoolValues = z.infer<typeof newSchema>;

export const blank: SchoolValues = {
  name: '',
  code: '',
  municipalityCode: '',
  kind: 'Secondary',
  locality: 'Urban',
  pupils: '',
  teachers: '',
  address: '',
  website: '',
};

const toText = (value: number | null | undefined) => (value == null ? '' : String(value));
const toCount = (value: string) => (value.trim() === '' ? null : Number(value));
const toOptional = (value: string) => value.trim() || null;

export function valuesOf(school: SchoolDetails): SchoolValues {
  return {
    name: school.name,
    code: school.code,
    municipalityCode: school.municipality.code,
    kind: school.kind,
    locality: school.locality,
    pupils: toText(school.pupils),
    teachers: toText(school.teachers),
    address: school.address ?? '',
    website: school.website ?? '',
  };
}

export function revision(values: SchoolValues): ReviseSchoolBody {
  return {
    name: values.name.trim(),
    kind: values.kind,
    locality: values.locality,
    pupils: toCount(values.pupils),
    teachers: toCount(values.teachers),
    address: toOptional(values.address),
    website: toOptional(values.website),
  };
}

export function registration(values: SchoolValues): RegisterSchoolBody {
  return { code: values.code.trim(), municipalityCode: values.municipalityCode, ...revision(values) };
}

/** Fields in which two versions of a school differ, for the dialog of a conflict. */
export function differing(mine: SchoolValues, theirs: SchoolValues): (keyof SchoolValues)[] {
  return (Object.keys(mine) as (keyof SchoolValues)[]).filter((field) => mine[field].trim() !== theirs[field].trim());
}
