import { z } from 'zod/mini';
import type { ChangeAction, ChangedThing } from '@/api/gen/types.gen';
import { optional, optionalDay, optionalOf, optionalPage } from '@/lib/search-params';

// Here and not beside their words: the schema of an address lives in the shell, the words do not.
export const thingKeys = [
  'School',
  'Municipality',
  'Region',
  'Cohort',
  'CohortMember',
  'Organisation',
  'StaffMember',
  'Person',
  'MachineClient',
  'IndicatorSet',
  'Indicator',
  'IndicatorTarget',
  'IndicatorPeriod',
  'IndicatorReport',
  'Recommendation',
] as const satisfies readonly ChangedThing[];
export const actionKeys = [
  'created',
  'registered',
  'revised',
  'renamed',
  'removed',
  'closed',
  'merged',
  'moved',
  'reopened',
  'entered',
  'left',
  'rolledBack',
  'rotated',
  'revoked',
  'granted',
  'invited',
  'blocked',
  'unblocked',
  'link-revoked',
  'delegated',
  'delegation-ended',
  'joined',
  'link-asked',
  'link-issued',
  'password-reset',
  'staff-added',
  'staff-revised',
  'staff-removed',
  'redefined',
  'retired',
  'restored',
  'submitted',
  'accepted',
  'returned',
  'settled',
] as const satisfies readonly ChangeAction[];

const id = optional(z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i)));

export const journalSearch = z.object({
  from: optionalDay,
  to: optionalDay,
  thing: optionalOf(thingKeys),
  action: optionalOf(actionKeys),
  actor: id,
  school: id,
  key: id,
  page: optionalPage,
});
export type JournalSearch = z.infer<typeof journalSearch>;
