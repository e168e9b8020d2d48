import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  getInternshipQuery,
  getInternshipQueryKey,
  getInternshipSiteQuery,
  getInternshipSiteQueryKey,
  getSchoolQuery,
  listInternshipSitesQuery,
  listInternshipsQuery,
  listOrganisationsQuery,
} from '@/api/gen/@tanstack/react-query.gen';
import { listInternshipSites, listInternships } from '@/api/gen/sdk.gen';
import type {
  InternshipDetails,
  InternshipSiteDetails,
  InternshipSiteSummary,
  InternshipSummary,
} from '@/api/gen/types.gen';
import { writeSearch } from '@/lib/search-params';
import { readAll } from '@/lib/use-print-all';
import { type InternshipSearch, type SiteSearch, siteQuery, toQuery } from './search';

export const sitesOptions = (search: SiteSearch) =>
  queryOptions({ ...listInternshipSitesQuery({ query: siteQuery(search) }), placeholderData: keepPreviousData });

export const siteOptions = (id: string) => getInternshipSiteQuery({ path: { id } });

export const internshipOptions = (id: string) => getInternshipQuery({ path: { id } });

export const internshipsOptions = (search: InternshipSearch) =>
  queryOptions({ ...listInternshipsQuery({ query: toQuery(search) }), placeholderData: keepPreviousData });

/** Internships in which a school takes part: its own teachers and those whom it takes. */
export const ofSchoolOptions = (school: string) => listInternshipsQuery({ query: { school, pageSize: 20 } });

/** Organisations that work. */
export const organisationsOptions = () => listOrganisationsQuery({ query: { closed: false, pageSize: 200 } });

/** The school that an address names by its id. */
export const namedSchoolOptions = (id: string) => getSchoolQuery({ path: { id } });

/** The same internships as a workbook. */
export const internshipsFile = ({ sort: _, page: __, ...filters }: InternshipSearch) =>
  `/api/v1/internships/file${writeSearch(filters)}`;

/** Every internship of the filter, for print. */
export const readAllInternships = (search: InternshipSearch): Promise<InternshipSummary[]> =>
  readAll(async (page, size) => {
    const query = { ...toQuery(search), page, pageSize: size };
    return (await listInternships({ query, throwOnError: true })).data;
  });

/** Every site of the filter, for print. */
export const readAllSites = (search: SiteSearch): Promise<InternshipSiteSummary[]> =>
  readAll(async (page, size) => {
    const query = { ...siteQuery(search), page, pageSize: size };
    return (await listInternshipSites({ query, throwOnError: true })).data;
  });

const touched = new Set(['listInternships', 'listInternshipSites', 'getInternshipSite']);

/** After an internship or a site has changed, whatever shows it is read anew. */
export const internshipsChanged = (queryClient: QueryClient) =>
  queryClient.invalidateQueries({
    predicate: ({ queryKey }) => touched.has((queryKey[0] as { _id?: string } | undefined)?._id ?? ''),
  });

export async function siteChanged(queryClient: QueryClient, changed: InternshipSiteDetails): Promise<void> {
  queryClient.setQueryData(getInternshipSiteQueryKey({ path: { id: changed.id } }), changed);
  await internshipsChanged(queryClient);
}

export async function internshipChanged(queryClient: QueryClient, changed: InternshipDetails): Promise<void> {
  queryClient.setQueryData(getInternshipQueryKey({ path: { id: changed.id } }), changed);
  await internshipsChanged(queryClient);
}
