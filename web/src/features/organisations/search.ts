import { z } from 'zod/mini';
import type { ListOrganisationsData, OrganisationKind } from '@/api/gen/types.gen';
import { optionalOf, optionalPage, optionalText } from '@/lib/search-params';

// Here and not beside their names: the schema of an address lives in the shell, the words do not.
export const organisationKinds = [
  'Institute',
  'University',
  'Authority',
  'EducationCentre',
  'Enterprise',
  'Other',
] as const satisfies readonly OrganisationKind[];
const sorts = ['name', '-name', 'kind', '-kind', 'municipality', '-municipality'] as const;

/** What the list's address holds: filters, order and page. */
export const organisationSearch = z.object({
  search: optionalText,
  kind: optionalOf(organisationKinds),
  municipality: optionalText,
  closed: optionalOf(['no', 'yes']),
  sort: optionalOf(sorts),
  page: optionalPage,
});
export type OrganisationSearch = z.infer<typeof organisationSearch>;
export type OrganisationFilters = Omit<OrganisationSearch, 'sort' | 'page'>;

export const pageSize = 50;

export function toQuery(search: OrganisationSearch): NonNullable<ListOrganisationsData['query']> {
  const { kind, municipality, closed, sort, page } = search;
  return {
    search: search.search,
    kind: kind ? [kind] : undefined,
    municipality: municipality ? [municipality] : undefined,
    closed: closed ? closed === 'yes' : undefined,
    sort: sort ?? 'name',
    page: page ?? 1,
    pageSize,
  };
}

/** Names of the filters in force, without order and page. */
export function chosen({ search, kind, municipality, closed }: OrganisationSearch): string[] {
  return [search, kind, municipality, closed].filter((value) => value !== undefined);
}
