import { z } from 'zod/mini';
import type { ConsultationAudience, SpecialistKind, SpecialistRequestState } from '@/api/gen/types.gen';
import { optional, optionalDay, optionalOf, optionalPage, optionalText } from '@/lib/search-params';

export const kinds = [
  'Psychologist',
  'SocialPedagogue',
  'Defectologist',
  'SpeechTherapist',
] as const satisfies readonly SpecialistKind[];
export const states = [
  'Requested',
  'Assigned',
  'InWork',
  'Done',
  'Declined',
  'Withdrawn',
] as const satisfies readonly SpecialistRequestState[];
export const audiences = ['Teachers', 'Parents', 'School'] as const satisfies readonly ConsultationAudience[];

const shared = {
  municipality: optionalText,
  school: optionalText,
  from: optionalDay,
  to: optionalDay,
  page: optionalPage,
};
const ofSpecialist = { ...shared, specialist: optionalOf(kinds), organisation: optionalText };

/** What the address of the list holds. */
export const requestSearch = z.object({
  state: optionalOf(['open', ...states]),
  ...ofSpecialist,
  sort: optionalOf(['urgency', '-urgency', 'needed', '-needed', 'requested', '-requested', 'children', '-children']),
});
export type RequestSearch = z.infer<typeof requestSearch>;
export type RequestFilters = Omit<RequestSearch, 'sort' | 'page'>;

export const newRequestSearch = z.object({ school: optionalText });

/** What the address of the journal holds. */
export const sessionSearch = z.object({
  held: optionalOf(['yes', 'no']),
  ...ofSpecialist,
  sort: optionalOf(['on', '-on', 'children', '-children']),
});
export type SessionSearch = z.infer<typeof sessionSearch>;
export type SessionFilters = Omit<SessionSearch, 'sort' | 'page'>;

/** What the address of the overview holds: a school year, «2020» is 2020/2021; without it all years. */
export const overviewSearch = z.object({
  year: optional(z.string().check(z.regex(/^20\d\d$/))),
  municipality: optionalText,
});
export type OverviewSearch = z.infer<typeof overviewSearch>;

/** What the addresses of visits and of consultations hold. */
export const actSearch = z.object({
  ...shared,
  audience: optionalOf(audiences),
});
export type ActSearch = z.infer<typeof actSearch>;
