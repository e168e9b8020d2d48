import type { AssociationLevel, ListAssociationsData, ListEventsData } from '@/api/gen/types.gen';
import type { AssociationSearch, CoverageSearch, EventSearch, ReachSearch } from './search';

// Not beside the schemas: these live in the shell, what is sent by them does not.
export const pageSize = 50;

/** The filter as the server takes it, for the list and for its file. */
export const eventFilter = ({
  kind,
  level,
  state,
  sort: _,
  page: __,
  ...rest
}: EventSearch): NonNullable<ListEventsData['query']> => ({
  kind: kind && [kind],
  level: level && [level],
  state: state && [state],
  ...rest,
});

export const eventQuery = (search: EventSearch): NonNullable<ListEventsData['query']> => ({
  ...eventFilter(search),
  sort: search.sort,
  page: search.page ?? 1,
  pageSize,
});

export const associationFilter = ({
  level,
  work,
  sort: _,
  page: __,
  ...rest
}: AssociationSearch): NonNullable<ListAssociationsData['query']> => ({
  level: level && [level],
  closed: work === 'all' ? undefined : work === 'closed',
  ...rest,
});

export const associationQuery = (search: AssociationSearch): NonNullable<ListAssociationsData['query']> => ({
  ...associationFilter(search),
  sort: search.sort,
  page: search.page ?? 1,
  pageSize,
});

const reachBys = { municipality: 'Municipality', school: 'School', kind: 'Kind' } as const;

export const reachQuery = ({ by }: ReachSearch, year: number) => ({
  by: reachBys[by ?? 'municipality'],
  from: `${year}-01-01`,
  to: `${year}-12-31`,
});

/** Associations whose reach is told together: Nazarovo counts those of the network and of the region as one. */
export const throughLevels: Record<NonNullable<CoverageSearch['through']> | 'municipal', AssociationLevel[]> = {
  municipal: ['Municipal'],
  wide: ['Network', 'Regional'],
  school: ['School'],
  all: ['School', 'Municipal', 'Network', 'Regional'],
};

export const coverageQuery = ({ by, through, schools }: CoverageSearch, year: number) => ({
  by: by === 'school' ? ('School' as const) : ('Municipality' as const),
  level: throughLevels[through ?? 'municipal'],
  from: `${year}-01-01`,
  until: `${year}-12-31`,
  supported: schools !== 'all',
});

/** Where a file with this filter is fetched. */
export function fileAddress(base: string, filter: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) query.append(name, String(one));
  const text = query.toString();
  return `/api/v1/${base}/file${text ? `?${text}` : ''}`;
}

/** How many conditions are in force, without order and page. */
export const chosen = (search: object): number =>
  Object.entries(search).filter(([name, value]) => name !== 'sort' && name !== 'page' && value !== undefined).length;
