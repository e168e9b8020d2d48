import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  getPartnershipNetworkQuery,
  getPartnershipQuery,
  getPartnershipQueryKey,
  getSchoolQuery,
  listOrganisationsQuery,
  listPartnershipGapsQuery,
  listPartnershipsQuery,
  listPartnersQuery,
} from '@/api/gen/@tanstack/react-query.gen';
import { listPartnerships } from '@/api/gen/sdk.gen';
import type { PartnershipDetails, PartnershipSummary } from '@/api/gen/types.gen';
import { writeSearch } from '@/lib/search-params';
import { readAll } from '@/lib/use-print-all';
import {
  type GapsSearch,
  type NetworkSearch,
  type PartnershipSearch,
  type PartnersSearch,
  pageSize,
  toQuery,
} from './search';

export const partnershipsOptions = (search: PartnershipSearch) =>
  queryOptions({ ...listPartnershipsQuery({ query: toQuery(search) }), placeholderData: keepPreviousData });

export const partnershipOptions = (id: string) => getPartnershipQuery({ path: { id } });

/** The agreements of a school, those that end first before the others. */
export const ofSchoolOptions = (school: string) => listPartnershipsQuery({ query: { school, pageSize: 20 } });

export const gapsOptions = ({ lacking, page, ...search }: GapsSearch) =>
  queryOptions({
    ...listPartnershipGapsQuery({ query: { ...search, lacking: lacking !== 'false', page: page ?? 1, pageSize } }),
    placeholderData: keepPreviousData,
  });

export const partnersOptions = ({ free, ...search }: PartnersSearch & { near?: string }) =>
  queryOptions({
    ...listPartnersQuery({ query: { ...search, free: free === 'true' } }),
    placeholderData: keepPreviousData,
  });

export const networkOptions = (search: NetworkSearch) =>
  queryOptions({ ...getPartnershipNetworkQuery({ query: search }), placeholderData: keepPreviousData });

/** Organisations that work: all of them may be partners. */
export const organisationsOptions = () => listOrganisationsQuery({ query: { closed: false, pageSize: 200 } });

/** The school that an address names by its id. */
export const namedSchoolOptions = (id: string) => getSchoolQuery({ path: { id } });

/** The same agreements as a workbook. */
export const partnershipsFile = ({ sort: _, page: __, ...filters }: PartnershipSearch) =>
  `/api/v1/partnerships/file${writeSearch(filters)}`;

/** Every agreement of the filter, for print. */
export const readAllPartnerships = (search: PartnershipSearch): Promise<PartnershipSummary[]> =>
  readAll(async (page, size) => {
    const query = { ...toQuery(search), page, pageSize: size };
    return (await listPartnerships({ query, throwOnError: true })).data;
  });

const touched = new Set(['listPartnerships', 'listPartnershipGaps', 'getPartnershipNetwork', 'listPartners']);

/** After an agreement or a partner has changed, whatever counts them is read anew when next looked at. */
export const partnershipsChanged = (queryClient: QueryClient) =>
  queryClient.invalidateQueries({
    predicate: ({ queryKey }) => touched.has((queryKey[0] as { _id?: string } | undefined)?._id ?? ''),
  });

/** After an agreement has changed: its card at once. */
export async function partnershipChanged(queryClient: QueryClient, changed: PartnershipDetails): Promise<void> {
  queryClient.setQueryData(getPartnershipQueryKey({ path: { id: changed.id } }), changed);
  await partnershipsChanged(queryClient);
}
