import { z } from 'zod/mini';
import type { ChangeAction, ChangedThing } from '@/api/gen/types.gen';
import { optional, optionalDay, optionalOf, optionalPage } from '@/lib/search-params';
import { actions, things } from './ru';

export const thingKeys = Object.keys(things) as [ChangedThing, ...ChangedThing[]];
export const actionKeys = Object.keys(actions) as [ChangeAction, ...ChangeAction[]];

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
