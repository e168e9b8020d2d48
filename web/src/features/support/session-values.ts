import { z } from 'zod/mini';
import type { SessionBody, SessionDetails } from '@/api/gen/types.gen';
import { limited, needed } from '@/lib/fields';
import { dialogs } from './ru';

export const counted = ['children', 'returning', 'examined', 'consulted', 'teachers', 'parents'] as const;
export type Counted = (typeof counted)[number];

const most = 2000;
const count = z
  .string()
  .check(z.refine((text) => /^\d{0,4}$/.test(text.trim()) && Number(text) <= most, dialogs.number));

/** A planned session has no counts. */
export const planSchema = z.object({
  on: needed(dialogs.required),
  staffMemberId: z.nullable(z.string()),
  note: limited(most),
});

export const sessionSchema = z.extend(planSchema, {
  children: count,
  returning: count,
  examined: count,
  consulted: count,
  teachers: count,
  parents: count,
});

/** What the dialog holds. */
export type SessionValues = z.infer<typeof sessionSchema>;

export function sessionValues(session: SessionDetails | undefined): SessionValues {
  const { on = '', person, note, counts } = session ?? {};
  const text = (name: Counted) => (counts ? String(counts[name] ?? 0) : '');
  return {
    on,
    staffMemberId: person?.name ? person.id : null,
    note: note ?? '',
    children: text('children'),
    returning: text('returning'),
    examined: text('examined'),
    consulted: text('consulted'),
    teachers: text('teachers'),
    parents: text('parents'),
  };
}

/** What is sent; an empty count is nobody. */
export function sessionBody(values: SessionValues, held: boolean): SessionBody {
  const number = (name: Counted) => Number(values[name] || 0);
  return {
    on: values.on,
    staffMemberId: values.staffMemberId || null,
    note: values.note.trim() || null,
    counts: held
      ? {
          children: number('children'),
          returning: number('returning'),
          examined: number('examined'),
          consulted: number('consulted'),
          teachers: number('teachers'),
          parents: number('parents'),
        }
      : null,
  };
}
