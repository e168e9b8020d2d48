import { z } from 'zod/mini';
import { optionalOf, optionalPage, optionalText } from '@/lib/search-params';

export const reportsSearch = z.object({
  set: optionalText,
  period: optionalText,
  state: optionalOf(['Draft', 'Submitted', 'Returned', 'Accepted']),
  municipality: optionalText,
  sort: optionalOf(['name', '-name', 'state', '-state', 'submittedAt', '-submittedAt']),
  page: optionalPage,
});
export type ReportsSearch = z.infer<typeof reportsSearch>;
