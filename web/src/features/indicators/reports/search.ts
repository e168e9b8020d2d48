import { z } from 'zod/mini';
import { optionalOf, optionalPage, optionalText } from '@/lib/search-params';

export const reportsSearch = z.object({
  set: optionalText,
  period: optionalText,
  state: optionalOf(['Draft', 'Submitted', 'Returned', 'Accepted']),
  municipality: optionalText,
  sort: optionalOf(['name', '-name', 'state', '-state', 'submittedAt', '-submittedAt']),
  page: optionalPage,
  /** Unusual values instead of submissions: all of them, or those of one kind. */
  check: optionalOf(['all', 'High', 'Low', 'Change']),
  indicator: optionalText,
});
export type ReportsSearch = z.infer<typeof reportsSearch>;
