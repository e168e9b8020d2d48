import { z } from 'zod/mini';
import { optionalOf, optionalPage, optionalText } from '@/lib/search-params';

export const personStates = ['Invited', 'Active', 'Blocked', 'Expired'] as const;
export const personRoles = ['Operator', 'Coordinator', 'School', 'Observer'] as const;

export const peopleSearch = z.object({
  search: optionalText,
  role: optionalOf(personRoles),
  state: optionalOf(personStates),
  municipality: optionalText,
  sort: optionalOf(['name', '-name', 'userName', '-userName', 'lastSignIn', '-lastSignIn']),
  page: optionalPage,
});
export type PeopleSearch = z.infer<typeof peopleSearch>;
