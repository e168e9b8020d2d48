import { z } from 'zod/mini';
import type { DeficitKind, DeficitOutcome, DiagnosticForm, DiagnosticTime } from '@/api/gen/types.gen';
import { optionalInt, optionalOf, optionalPage, optionalText } from '@/lib/search-params';

export const kinds = ['Subject', 'Methodical', 'PsychologicalPedagogical'] as const satisfies readonly DeficitKind[];
export const times = ['Ahead', 'Now', 'Over'] as const satisfies readonly DiagnosticTime[];
export const diagnosticForms = ['External', 'SelfDiagnosis'] as const satisfies readonly DiagnosticForm[];
export const outcomes = [
  'NoCourse',
  'OnCourse',
  'NotMeasured',
  'Closed',
  'Remains',
  'ClosedWithoutCourse',
] as const satisfies readonly DeficitOutcome[];

/** What the address of the list of diagnostics holds. */
export const diagnosticSearch = z.object({
  search: optionalText,
  kind: optionalOf(kinds),
  subject: optionalText,
  time: optionalOf(times),
  sort: optionalOf(['from', '-from', 'title', '-title']),
  page: optionalPage,
});
export type DiagnosticSearch = z.infer<typeof diagnosticSearch>;
export type DiagnosticFilters = Omit<DiagnosticSearch, 'sort' | 'page'>;

/** What the address of one campaign holds. */
export const resultSearch = z.object({ search: optionalText, found: optionalOf(['yes', 'no']), page: optionalPage });
export type ResultSearch = z.infer<typeof resultSearch>;

/** What the address of counts holds. */
export const countSearch = z.object({
  by: optionalOf(['school', 'subject', 'deficit']),
  year: optionalInt,
  municipality: optionalText,
  cohort: optionalText,
  subject: optionalText,
  kind: optionalOf(kinds),
});
export type CountSearch = z.infer<typeof countSearch>;

/** What the address of chains holds. */
export const chainSearch = z.object({
  deficit: optionalText,
  outcome: optionalOf(outcomes),
  municipality: optionalText,
  cohort: optionalText,
  search: optionalText,
  page: optionalPage,
});
export type ChainSearch = z.infer<typeof chainSearch>;
