// The small edition of zod: schemas of every address live in the shell.
import { z } from 'zod/mini';

/** A search parameter that never breaks a pasted link: what does not fit is left out. */
export const optional = <T extends z.ZodMiniType>(schema: T) => z.catch(z.optional(schema), undefined);

const integer = (least: number, most: number) =>
  z.coerce.number().check(z.int(), z.minimum(least), z.maximum(most)) as z.ZodMiniType<number>;

export const optionalText = optional(
  z.coerce.string().check(z.trim(), z.minLength(1), z.maxLength(200)) as z.ZodMiniType<string>,
);
export const optionalInt = optional(integer(0, 1_000_000));
export const optionalPage = optional(integer(2, 100_000));
/** A calendar day, `2026-09-01`. */
export const optionalDay = optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)));
export const optionalOf = <const T extends readonly [string, ...string[]]>(values: T) => optional(z.enum(values));

/** Addresses are plain `?year=2019&municipality=92626000`, fit to be read and typed; schemas turn texts into numbers. */
export function readSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function writeSearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text ? `?${text}` : '';
}
