import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { getMeQuery } from './gen/@tanstack/react-query.gen';
import type { Me, Role } from './gen/types.gen';

export type { Me, Role };

/** Who is signed in. Kept for the whole visit: it changes only by signing in and out. */
export const meOptions = () => queryOptions({ ...getMeQuery(), staleTime: Number.POSITIVE_INFINITY });

export function useMe(): Me {
  return useSuspenseQuery(meOptions()).data;
}

export function can(me: Me, permission: string): boolean {
  return me.permissions.includes(permission);
}

export function useCan(permission: string): boolean {
  return can(useMe(), permission);
}

/** The school of a person of the school role: where they are at home. */
export function ownSchoolId(me: Me): string | undefined {
  return me.grants.find((grant) => grant.place.kind === 'school')?.place.schoolId ?? undefined;
}
