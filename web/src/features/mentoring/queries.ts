import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  getMentoringQuery,
  getMentoringQueryKey,
  getOrganisationQuery,
  getSchoolQuery,
  listMentoringsQuery,
  listOrganisationsQuery,
  listPartnershipsQuery,
  listPartnersQuery,
} from '@/api/gen/@tanstack/react-query.gen';
import { listMentorings } from '@/api/gen/sdk.gen';
import type { MentoringDetails, MentoringSummary } from '@/api/gen/types.gen';
import { writeSearch } from '@/lib/search-params';
import { readAll } from '@/lib/use-print-all';
import { type MentoringSearch, toQuery } from './search';

export const mentoringsOptions = (search: MentoringSearch) =>
  queryOptions({ ...listMentoringsQuery({ query: toQuery(search) }), placeholderData: keepPreviousData });

export const mentoringOptions = (id: string) => getMentoringQuery({ path: { id } });

/** The pairings of a school on either side, those that end first before the others. */
export const ofSchoolOptions = (school: string) => listMentoringsQuery({ query: { school, pageSize: 20 } });

/** Schools that help others, of the whole region. */
export const partnersOptions = () => listPartnersQuery({ query: {} });

/** Organisations that work. */
export const organisationsOptions = () => listOrganisationsQuery({ query: { closed: false, pageSize: 200 } });

export const organisationOptions = (id: string) => getOrganisationQuery({ path: { id } });

/** Agreements under which a pairing may be made. */
export const agreementsOptions = () => listPartnershipsQuery({ query: { pageSize: 100 } });

/** The school that an address names by its id. */
export const namedSchoolOptions = (id: string) => getSchoolQuery({ path: { id } });

/** The same pairings as a workbook. */
export const mentoringsFile = ({ sort: _, page: __, ...filters }: MentoringSearch) =>
  `/api/v1/mentorings/file${writeSearch(filters)}`;

/** Every pairing of the filter, for print. */
export const readAllMentorings = (search: MentoringSearch): Promise<MentoringSummary[]> =>
  readAll(async (page, size) => {
    const query = { ...toQuery(search), page, pageSize: size };
    return (await listMentorings({ query, throwOnError: true })).data;
  });

/** After a pairing has come or gone, lists are read anew when next looked at. */
export const mentoringsChanged = (queryClient: QueryClient) =>
  queryClient.invalidateQueries({
    predicate: ({ queryKey }) => (queryKey[0] as { _id?: string } | undefined)?._id === 'listMentorings',
  });

/** After a pairing has changed: its card at once. */
export async function mentoringChanged(queryClient: QueryClient, changed: MentoringDetails): Promise<void> {
  queryClient.setQueryData(getMentoringQueryKey({ path: { id: changed.id } }), changed);
  await mentoringsChanged(queryClient);
}
