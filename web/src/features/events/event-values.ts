import { z } from 'zod/mini';
import type { EventBody, EventDetails } from '@/api/gen/types.gen';
import { limited, needed } from '@/lib/fields';
import { dialog } from './ru';
import { levels } from './search';

const kindValues = [
  'Seminar',
  'Webinar',
  'Conference',
  'RoundTable',
  'MasterClass',
  'Other',
  'AssociationMeeting',
] as const;
export const organiserKinds = ['none', 'organisation', 'school', 'words'] as const;

export const eventSchema = z
  .object({
    kind: z.enum(kindValues),
    level: z.enum(levels),
    municipalityCode: z.nullable(z.string()),
    schoolId: z.nullable(z.string()),
    title: needed(dialog.required, 300),
    startsOn: needed(dialog.required),
    endsOn: z.nullable(z.string()),
    startsAt: z.string(),
    endsAt: z.string(),
    place: limited(300),
    link: limited(300),
    description: limited(4000),
    organiserKind: z.enum(organiserKinds),
    organiserId: z.nullable(z.string()),
    organiserSchoolId: z.nullable(z.string()),
    organiser: limited(300),
    held: z.boolean(),
  })
  .check(
    z.refine(({ startsOn, endsOn }) => !endsOn || endsOn >= startsOn, { path: ['endsOn'], error: dialog.order }),
    z.refine(({ startsAt, endsAt }) => !endsAt || Boolean(startsAt), { path: ['startsAt'], error: dialog.startFirst }),
    z.refine(
      ({ startsOn, endsOn, startsAt, endsAt }) =>
        !startsAt || !endsAt || endsAt > startsAt || Boolean(endsOn && endsOn > startsOn),
      { path: ['endsAt'], error: dialog.clock },
    ),
    z.refine(({ link }) => link.trim() === '' || /^https?:\/\/\S+$/.test(link.trim()), {
      path: ['link'],
      error: dialog.url,
    }),
    z.refine(({ level, schoolId, kind }) => kind === 'AssociationMeeting' || level !== 'School' || Boolean(schoolId), {
      path: ['schoolId'],
      error: dialog.required,
    }),
  );
export type EventValues = z.infer<typeof eventSchema>;

/** What is shown first: of the one who corrects, what is known; of the one who adds, the own place. */
export function eventValues(
  event: EventDetails | undefined,
  own: { level: EventValues['level']; municipalityCode: string | null; schoolId: string | null; meeting: boolean },
): EventValues {
  if (!event)
    return {
      kind: own.meeting ? 'AssociationMeeting' : 'Seminar',
      level: own.level,
      municipalityCode: own.municipalityCode,
      schoolId: own.schoolId,
      title: '',
      startsOn: '',
      endsOn: null,
      startsAt: '',
      endsAt: '',
      place: '',
      link: '',
      description: '',
      organiserKind: 'none',
      organiserId: null,
      organiserSchoolId: null,
      organiser: '',
      held: false,
    };
  const { organiser } = event;
  return {
    kind: event.kind,
    level: event.level,
    municipalityCode: event.municipality?.code ?? null,
    schoolId: event.school?.id ?? null,
    title: event.title,
    startsOn: event.startsOn,
    endsOn: event.endsOn === event.startsOn ? null : event.endsOn,
    startsAt: event.startsAt?.slice(0, 5) ?? '',
    endsAt: event.endsAt?.slice(0, 5) ?? '',
    place: event.place ?? '',
    link: event.link ?? '',
    description: event.description ?? '',
    organiserKind: organiser?.organisationId
      ? 'organisation'
      : organiser?.schoolId
        ? 'school'
        : organiser
          ? 'words'
          : 'none',
    organiserId: organiser?.organisationId ?? null,
    organiserSchoolId: organiser?.schoolId ?? null,
    organiser: organiser && !organiser.organisationId && !organiser.schoolId ? organiser.name : '',
    held: false,
  };
}

const clock = (time: string) => (time ? `${time}:00` : null);

export const eventBody = (values: EventValues): EventBody => ({
  kind: values.kind,
  level: values.level,
  title: values.title.trim(),
  startsOn: values.startsOn,
  endsOn: values.endsOn || null,
  startsAt: clock(values.startsAt),
  endsAt: clock(values.endsAt),
  place: values.place.trim() || null,
  link: values.link.trim() || null,
  description: values.description.trim() || null,
  organiserId: values.organiserKind === 'organisation' ? values.organiserId : null,
  organiserSchoolId: values.organiserKind === 'school' ? values.organiserSchoolId : null,
  organiser: values.organiserKind === 'words' ? values.organiser.trim() || null : null,
});
