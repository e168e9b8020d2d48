import { z } from 'zod/mini';
import type { ListPartnershipsData } from '@/api/gen/types.gen';
import { optionalOf, optionalPage, optionalText } from '@/lib/search-params';

/** What the list's address holds: filters, order and page. */
export const partnershipSearch = z.object({
  search: optionalText,
  state: optionalOf(['Draft', 'Upcoming', 'Active', 'Expiring', 'Expired', 'Terminated']),
  municipality: optionalText,
  school: optionalText,
  organisation: optionalText,
  sort: optionalOf(['urgency', '-urgency', 'ends', '-ends', 'signed', '-signed', 'number', '-number']),
  page: optionalPage,
});
export type PartnershipSearch = z.infer<typeof partnershipSearch>;
export type PartnershipFilters = Omit<PartnershipSearch, 'sort' | 'page'>;

/** What the address of a new one brings along. */
export const newPartnershipSearch = z.object({ school: optionalText, partner: optionalText });
export type NewPartnershipSearch = z.infer<typeof newPartnershipSearch>;

export const gapsSearch = z.object({
  cohort: optionalText,
  municipality: optionalText,
  lacking: optionalOf(['false']),
  sort: optionalOf(['name', '-name', 'inForce', '-inForce']),
  page: optionalPage,
});
export type GapsSearch = z.infer<typeof gapsSearch>;

export const partnersSearch = z.object({
  subject: optionalText,
  municipality: optionalText,
  free: optionalOf(['true']),
});
export type PartnersSearch = z.infer<typeof partnersSearch>;

export const networkSearch = z.object({ municipality: optionalText });
export type NetworkSearch = z.infer<typeof networkSearch>;

export const pageSize = 50;

export const toQuery = ({ page, ...filters }: PartnershipSearch): NonNullable<ListPartnershipsData['query']> => ({
  ...filters,
  page: page ?? 1,
  pageSize,
});

/** How many conditions are in force, without order and page. */
export const chosen = ({ sort: _, page: __, ...filters }: PartnershipSearch): number =>
  Object.values(filters).filter((value) => value !== undefined).length;
