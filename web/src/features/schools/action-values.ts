import { z } from 'zod/mini';
import { needed } from '@/lib/fields';
import { form } from './ru';

export interface ActionValues {
  on: string;
  reason: string;
  intoId: string;
  municipalityCode: string;
}

const anything = z.optional(z.nullable(z.string()));
const day = needed(form.required);
const base = z.object({ on: day, reason: needed(form.required, 500), intoId: anything, municipalityCode: anything });

export const actionSchemas = {
  close: base,
  merge: z.extend(base, { intoId: needed(form.required) }),
  move: z.extend(base, { municipalityCode: needed(form.required) }),
  reopen: z.extend(base, { on: anything }),
};

/** Name of the day in the contract, by action: errors of the server come under it. */
export const onField = { close: 'closedOn', merge: 'mergedOn', move: 'movedOn', reopen: undefined } as const;
