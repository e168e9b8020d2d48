import { queryOptions } from '@tanstack/react-query';
import { getSchoolResultsQuery } from '@/api/gen/@tanstack/react-query.gen';

export const schoolResultsOptions = (id: string) => queryOptions(getSchoolResultsQuery({ path: { id } }));
