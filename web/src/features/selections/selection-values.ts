import { z } from 'zod/mini';
import type { SelectionBody, SelectionDetails } from '@/api/gen/types.gen';
import { limited, needed } from '@/lib/fields';
import { formatDay, missing } from '@/lib/format';
import { dialogs, form } from './ru';

const whole = z.string().check(z.regex(/^([1-9]\d?|100)$/, dialogs.number));

/** What the form holds. */
export const selectionSchema = z
  .object({
    title: needed(form.required, 300),
    text: needed(form.required, 10_000),
    opensOn: needed(form.required),
    closesOn: needed(form.required),
    order: limited(300),
    criteria: z
      .array(z.object({ key: z.string(), title: needed(form.required, 300), mostMark: whole, weight: whole }))
      .check(z.minLength(1, form.needCriterion)),
  })
  .check(z.refine(({ opensOn, closesOn }) => closesOn >= opensOn, { path: ['closesOn'], error: form.wrongOrder }));
export type SelectionValues = z.infer<typeof selectionSchema>;

let keys = 0;

/** A criterion to be filled in; the key is the form's own, so that removing one moves no others' errors. */
export function emptyCriterion(): SelectionValues['criteria'][number] {
  keys += 1;
  return { key: `new-${keys}`, title: '', mostMark: '10', weight: '1' };
}

export const emptyValues = (today: string): SelectionValues => ({
  title: '',
  text: '',
  opensOn: today,
  closesOn: today,
  order: '',
  criteria: [emptyCriterion()],
});

export const valuesOf = ({ title, text, opensOn, closesOn, order, criteria }: SelectionDetails): SelectionValues => ({
  title,
  text,
  opensOn,
  closesOn,
  order: order ?? '',
  criteria: criteria.map(({ id, title: name, mostMark, weight }) => ({
    key: id,
    title: name,
    mostMark: String(mostMark),
    weight: String(weight),
  })),
});

export const bodyOf = ({ title, text, opensOn, closesOn, order, criteria }: SelectionValues): SelectionBody => ({
  title: title.trim(),
  text: text.trim(),
  opensOn,
  closesOn,
  order: order.trim() || null,
  criteria: criteria.map(({ title: name, mostMark, weight }) => ({
    title: name.trim(),
    mostMark: Number(mostMark),
    weight: Number(weight),
  })),
});

export const comparedFields = ['title', 'text', 'opensOn', 'closesOn', 'order', 'criteria'] as const;

/** A field in words, for two versions side by side. */
export function valueWords(values: SelectionValues, field: (typeof comparedFields)[number]): string {
  if (field === 'criteria')
    return values.criteria.map(({ title, mostMark, weight }) => `${title} (${mostMark} × ${weight})`).join(', ');
  const value = values[field];
  if (!value) return missing;
  return field === 'opensOn' || field === 'closesOn' ? formatDay(value) : value;
}
