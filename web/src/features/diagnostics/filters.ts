import type { ListDiagnosticsData } from '@/api/gen/types.gen';
import type { ChainSearch, CountSearch, DiagnosticSearch, ResultSearch } from './search';

export const pageSize = 50;

export const toQuery = ({ sort, page, ...filters }: DiagnosticSearch): ListDiagnosticsData['query'] => ({
  ...filters,
  sort,
  page: page ?? 1,
  pageSize,
});

/** How many conditions are in force, without order and page. */
export const chosen = ({ sort: _, page: __, ...filters }: DiagnosticSearch): number =>
  Object.values(filters).filter((value) => value !== undefined).length;

const bys = { school: 'School', subject: 'Subject', deficit: 'Deficit', municipality: 'Municipality' } as const;

/** The count as the server takes it, for the screen and for its file. */
export const toCounts = ({ by, municipality, cohort, subject, kind }: CountSearch, year: number) => ({
  by: bys[by ?? 'municipality'],
  from: `${year}-01-01`,
  until: `${year}-12-31`,
  municipality: municipality ? [municipality] : undefined,
  cohort,
  subject,
  kind,
});

export const toResults = (campaign: string, { search, found }: ResultSearch) => ({
  campaign,
  search,
  deficient: found ? found === 'yes' : undefined,
});

export const toChains = ({ deficit, outcome, municipality, cohort, search }: ChainSearch) => ({
  deficit,
  outcome: outcome ? [outcome] : undefined,
  municipality: municipality ? [municipality] : undefined,
  cohort,
  search,
});

/** Where the file with the same rows is fetched. */
export function fileOf(path: string, query: Record<string, unknown>): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) given.append(name, String(value));
  return `/api/v1/${path}/file?${given}`;
}
