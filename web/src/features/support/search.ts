import { z } from 'zod/mini';
import type {
  ConsultationAudience,
  ListSpecialistRequestsData,
  ListSupportSessionsData,
  SpecialistKind,
  SpecialistRequestState,
} from '@/api/gen/types.gen';
import { optionalDay, optionalOf, optionalPage, optionalText } from '@/lib/search-params';

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

export const pageSize = 50;

/** What the address of the list holds. */
export const requestSearch = z.object({
  state: optionalOf(['open', ...states]),
  specialist: optionalOf(kinds),
  municipality: optionalText,
  school: optionalText,
  organisation: optionalText,
  from: optionalDay,
  to: optionalDay,
  sort: optionalOf(['urgency', '-urgency', 'needed', '-needed', 'requested', '-requested', 'children', '-children']),
  page: optionalPage,
});
export type RequestSearch = z.infer<typeof requestSearch>;
export type RequestFilters = Omit<RequestSearch, 'sort' | 'page'>;

export const newRequestSearch = z.object({ school: optionalText });

/** «В работе» is everything that is not settled. */
const statesOf = (state: RequestSearch['state']): SpecialistRequestState[] | undefined =>
  state === 'open' ? ['Requested', 'Assigned', 'InWork'] : state ? [state] : undefined;

/** The filter as the server takes it, for the list and for its file. */
export const requestFilter = ({
  state,
  sort: _,
  page: __,
  ...rest
}: RequestSearch): NonNullable<ListSpecialistRequestsData['query']> => ({ state: statesOf(state), ...rest });

export const requestQuery = (search: RequestSearch): NonNullable<ListSpecialistRequestsData['query']> => ({
  ...requestFilter(search),
  sort: search.sort,
  page: search.page ?? 1,
  pageSize,
});

/** What the address of the journal holds. */
export const sessionSearch = z.object({
  held: optionalOf(['yes', 'no']),
  specialist: optionalOf(kinds),
  municipality: optionalText,
  school: optionalText,
  organisation: optionalText,
  from: optionalDay,
  to: optionalDay,
  sort: optionalOf(['on', '-on', 'children', '-children']),
  page: optionalPage,
});
export type SessionSearch = z.infer<typeof sessionSearch>;
export type SessionFilters = Omit<SessionSearch, 'sort' | 'page'>;

export const sessionFilter = ({
  held,
  sort: _,
  page: __,
  ...rest
}: SessionSearch): NonNullable<ListSupportSessionsData['query']> => ({
  held: held && held === 'yes',
  ...rest,
});

export const sessionQuery = (search: SessionSearch): NonNullable<ListSupportSessionsData['query']> => ({
  ...sessionFilter(search),
  sort: search.sort,
  page: search.page ?? 1,
  pageSize,
});

/** What the address of the overview holds: a school year, «2020» is 2020/2021; without it all years. */
export const overviewSearch = z.object({
  year: optionalOf(['2017', '2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026', '2027', '2028']),
  municipality: optionalText,
});
export type OverviewSearch = z.infer<typeof overviewSearch>;

/** What the addresses of visits and of consultations hold. */
export const actSearch = z.object({
  municipality: optionalText,
  school: optionalText,
  audience: optionalOf(audiences),
  from: optionalDay,
  to: optionalDay,
  page: optionalPage,
});
export type ActSearch = z.infer<typeof actSearch>;

/** Where a file with this filter is fetched. */
export function fileAddress(base: string, filter: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) query.append(name, String(one));
  const text = query.toString();
  return `${base}/file${text ? `?${text}` : ''}`;
}

/** How many conditions are in force, without order and page. */
export const chosen = (search: object): number =>
  Object.entries(search).filter(([name, value]) => name !== 'sort' && name !== 'page' && value !== undefined).length;

/** First and last day of the school year that begins in this one. */
export const daysOf = (year: string) => ({ from: `${year}-09-01`, to: `${Number(year) + 1}-08-31` });

export const yearName = (year: string) => `${year}/${Number(year) + 1}`;

/** The school year of a day `YYYY-MM-DD`, by the year in which it begins. */
export const yearOf = (day: string) => String(Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < 9 ? 1 : 0));
