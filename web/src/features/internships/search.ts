import { z } from 'zod/mini';
import type { ListInternshipSitesData, ListInternshipsData } from '@/api/gen/types.gen';
import { optionalOf, optionalPage, optionalText } from '@/lib/search-params';

/** What the address of the list of sites holds. */
export const siteSearch = z.object({
  search: optionalText,
  subject: optionalText,
  municipality: optionalText,
  closed: optionalOf(['true']),
  sort: optionalOf(['title', '-title', 'capacity', '-capacity']),
  page: optionalPage,
});
export type SiteSearch = z.infer<typeof siteSearch>;

/** What the address of the list of internships holds. */
export const internshipSearch = z.object({
  site: optionalText,
  state: optionalOf(['Planned', 'Going', 'Due', 'Completed', 'NotCompleted', 'Cancelled']),
  municipality: optionalText,
  school: optionalText,
  sort: optionalOf(['starts', '-starts', 'hours', '-hours']),
  page: optionalPage,
});
export type InternshipSearch = z.infer<typeof internshipSearch>;

export const pageSize = 50;

export const siteQuery = ({ page, closed, ...filters }: SiteSearch): NonNullable<ListInternshipSitesData['query']> => ({
  ...filters,
  closed: closed === 'true',
  page: page ?? 1,
  pageSize,
});

export const toQuery = ({ page, ...filters }: InternshipSearch): NonNullable<ListInternshipsData['query']> => ({
  ...filters,
  page: page ?? 1,
  pageSize,
});

/** How many conditions are in force, without order and page. */
export const chosen = ({ sort: _, page: __, ...filters }: SiteSearch | InternshipSearch): number =>
  Object.values(filters).filter((value) => value !== undefined).length;
