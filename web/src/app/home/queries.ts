import { queryOptions } from '@tanstack/react-query';
import { getHomeQuery } from '@/api/gen/@tanstack/react-query.gen';

/** All of the first page in one answer; figures move while one works, so it is asked for anew at each visit. */
export const homeOptions = () => queryOptions({ ...getHomeQuery(), staleTime: 0 });
