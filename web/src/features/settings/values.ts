import { z } from 'zod/mini';
import type { RegionSettingsDetails, ReviseRegionSettingsBody } from '@/api/gen/types.gen';
import { limited, needed } from '@/lib/fields';
import { missing } from '@/lib/format';
import { timeZones } from '@/lib/time-zones';
import { ru } from './ru';

const count = (least: number, most: number, message: string) =>
  z.string().check(
    z.trim(),
    z.refine((value) => /^\d{1,3}$/.test(value) && Number(value) >= least && Number(value) <= most, message),
  );
const label = needed(ru.required, 30);

export const settingsSchema = z
  .object({
    name: needed(ru.required),
    timeZone: needed(ru.required),
    lowResultsLabel: label,
    adverseConditionsLabel: label,
    yearMode: z.enum(['calendar', 'fixed']),
    schoolYear: z.nullable(z.string()),
    leastPupils: count(5, 30, ru.leastPupilsWrong),
    leastSchools: count(3, 10, ru.leastSchoolsWrong),
    requiresSecondFactor: z.boolean(),
    mailSenderName: limited(200),
    mailReplyTo: limited(254).check(z.refine((value) => value === '' || /^[^\s@]+@[^\s@]+$/.test(value), ru.mailWrong)),
  })
  .check(
    z.refine(({ yearMode, schoolYear }) => yearMode === 'calendar' || Boolean(schoolYear), {
      path: ['schoolYear'],
      error: ru.required,
    }),
  );

/** What the form holds, as typed. */
export type SettingsValues = z.infer<typeof settingsSchema>;

export function valuesOf(settings: RegionSettingsDetails): SettingsValues {
  return {
    name: settings.name,
    timeZone: settings.timeZone,
    lowResultsLabel: settings.lowResultsLabel,
    adverseConditionsLabel: settings.adverseConditionsLabel,
    yearMode: settings.schoolYear ? 'fixed' : 'calendar',
    schoolYear: settings.schoolYear ?? settings.currentSchoolYear,
    leastPupils: String(settings.leastPupils),
    leastSchools: String(settings.leastSchools),
    requiresSecondFactor: settings.requiresSecondFactor,
    mailSenderName: settings.mailSenderName ?? '',
    mailReplyTo: settings.mailReplyTo ?? '',
  };
}

const optional = (value: string) => value.trim() || null;

export function revision(values: SettingsValues): ReviseRegionSettingsBody {
  return {
    name: values.name.trim(),
    timeZone: values.timeZone,
    lowResultsLabel: values.lowResultsLabel.trim(),
    adverseConditionsLabel: values.adverseConditionsLabel.trim(),
    leastPupils: Number(values.leastPupils),
    leastSchools: Number(values.leastSchools),
    requiresSecondFactor: values.requiresSecondFactor,
    schoolYear: values.yearMode === 'fixed' ? values.schoolYear : null,
    mailSenderName: optional(values.mailSenderName),
    mailReplyTo: optional(values.mailReplyTo),
  };
}

const yearFrom = (start: number) => `${start}/${start + 1}`;

/** The school year of a day `YYYY-MM-DD`: from the first of September on it is the next one. */
export function yearOf(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return yearFrom(month >= 9 ? year : year - 1);
}

/** Years to choose from: some before this one, the next, and the one already set. */
export function yearChoice(now: string, set: string | null): string[] {
  const start = Number(now.slice(0, 4));
  const around = [1, 0, -1, -2, -3].map((shift) => yearFrom(start + shift));
  return set && !around.includes(set) ? [...around, set].sort().reverse() : around;
}

/** Time zones to choose from; one that was set by its technical name stays. */
export function zoneChoice(set: string): { value: string; label: string }[] {
  const known = timeZones.some(({ value }) => value === set);
  return known ? timeZones : [...timeZones, { value: set, label: ru.timeZoneOther(set) }];
}

/** Every field in words, for the two versions of a conflict. */
export function inWords(values: SettingsValues): { name: string; value: string }[] {
  const { yearMode, schoolYear, timeZone, requiresSecondFactor, ...texts } = values;
  const text = (field: keyof typeof texts) => ({ name: ru.fields[field], value: texts[field].trim() || missing });
  return [
    text('name'),
    {
      name: ru.fields.timeZone,
      value: timeZones.find(({ value }) => value === timeZone)?.label ?? timeZone,
    },
    text('lowResultsLabel'),
    text('adverseConditionsLabel'),
    { name: ru.fields.schoolYear, value: yearMode === 'fixed' ? (schoolYear ?? missing) : 'по календарю' },
    text('leastPupils'),
    text('leastSchools'),
    { name: ru.fields.requiresSecondFactor, value: requiresSecondFactor ? 'да' : 'нет' },
    text('mailSenderName'),
    text('mailReplyTo'),
  ];
}
