import { z } from 'zod/mini';
import type { IndicatorLevel, IndicatorSource, ListIndicatorsData } from '@/api/gen/types.gen';
import { optional, optionalOf, optionalPage, optionalText } from '@/lib/search-params';

// Here and not beside their names: the schema of an address lives in the shell, the words do not.
export const levels = ['School', 'Municipality', 'Region'] as const satisfies readonly IndicatorLevel[];
export const sources = ['School', 'Municipality', 'Operator', 'Formula'] as const satisfies readonly IndicatorSource[];

/** What the address of the list holds. */
export const definitionSearch = z.object({
  search: optionalText,
  set: optional(z.uuid()),
  level: optionalOf(levels),
  enteredBy: optionalOf(sources),
  retired: optionalOf(['no', 'yes']),
  page: optionalPage,
});
export type DefinitionSearch = z.infer<typeof definitionSearch>;
export type DefinitionFilters = Omit<DefinitionSearch, 'page'>;

/** A whole set fits on a page: its groups stay together. */
export const pageSize = 200;

export function toQuery(search: DefinitionSearch): NonNullable<ListIndicatorsData['query']> {
  const { level, enteredBy, retired } = search;
  return {
    search: search.search,
    set: search.set,
    level: level ? [level] : undefined,
    enteredBy: enteredBy ? [enteredBy] : undefined,
    retired: retired ? retired === 'yes' : undefined,
    page: search.page ?? 1,
    pageSize,
    sort: 'number',
  };
}

/** Filters in force. */
export function chosen({ search, set, level, enteredBy, retired }: DefinitionSearch): string[] {
  return [search, set, level, enteredBy, retired].filter((value) => value !== undefined);
}
