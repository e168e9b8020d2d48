import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { getMeQuery } from './gen/@tanstack/react-query.gen';
import type { MeDetails, MeRegion, Role } from './gen/types.gen';

export type { Role };

/** Who is signed in, always with a region to name things by. */
export type Me = MeDetails & { region: MeRegion };

/** Words and clock for someone without a region of their own. */
const nowhere: MeRegion = {
  code: '',
  name: '',
  lowResultsLabel: 'ШНОР',
  adverseConditionsLabel: 'ШНСУ',
  timeZone: 'Europe/Moscow',
  schoolYear: '',
};

const withRegion = (me: MeDetails): Me => ({ ...me, region: me.region ?? nowhere });

/** Who is signed in. Kept for the whole visit: it changes only by signing in and out. */
export const meOptions = () => queryOptions({ ...getMeQuery(), staleTime: Number.POSITIVE_INFINITY });

export function useMe(): Me {
  return useSuspenseQuery({ ...meOptions(), select: withRegion }).data;
}

type Permitted = Pick<MeDetails, 'permissions'>;

export function can(me: Permitted, permission: string): boolean {
  return me.permissions.includes(permission);
}

export function useCan(permission: string): boolean {
  return can(useMe(), permission);
}

/** Whether someone sees a whole region, not only municipalities of it. */
export function isRegional(me: Pick<MeDetails, 'grants'>): boolean {
  return me.grants.some((grant) => grant.place.kind === 'region');
}

/** The school of a person of the school role: where they are at home. */
export function ownSchoolId(me: Pick<MeDetails, 'grants'>): string | undefined {
  return me.grants.find((grant) => grant.place.kind === 'school')?.place.schoolId ?? undefined;
}
