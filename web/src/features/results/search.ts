import { z } from 'zod/mini';
import { assessments } from '@/api/terms';
import { optionalInt, optionalOf, optionalText } from '@/lib/search-params';

export const resultsSearch = z.object({
  assessment: optionalOf(assessments),
  grade: optionalInt,
  subject: optionalText,
});
export type ResultsSearch = z.infer<typeof resultsSearch>;
