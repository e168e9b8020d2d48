import { listSchoolsQuery } from '@/api/gen/@tanstack/react-query.gen';

/** How many schools one may see: the first question of a new visit. */
export const schoolCountOptions = () => listSchoolsQuery({ query: { page: 1, pageSize: 1 } });
