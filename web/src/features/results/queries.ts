import { queryOptions } from '@tanstack/react-query';
import { getSchoolResultsQuery, getSchoolStandingQuery } from '@/api/gen/@tanstack/react-query.gen';

export const schoolResultsOptions = (id: string) => queryOptions(getSchoolResultsQuery({ path: { id } }));

/** For the one sentence above the card. */
export const schoolStandingOptions = (id: string) => getSchoolStandingQuery({ path: { id } });
