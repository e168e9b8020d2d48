import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { getExplanationQuery } from '@/api/gen/@tanstack/react-query.gen';
import { checkFormula } from '@/api/gen/sdk.gen';
import type { CheckFormulaBody } from '@/api/gen/types.gen';

/** Whose value is explained: of a school, of a municipality, or, with neither, of the region. */
export interface ExplainedPlace {
  school?: string | undefined;
  municipality?: string | undefined;
}

export const explanationOptions = (indicatorId: string, period: string, { school, municipality }: ExplainedPlace) =>
  getExplanationQuery({
    path: { id: indicatorId },
    query: { period, ...(school ? { school } : {}), ...(municipality ? { municipality } : {}) },
  });

/** What is to be said of a formula. A check changes nothing, so it is asked like a question and remembered for a while. */
export const formulaCheckOptions = (body: CheckFormulaBody) =>
  queryOptions({
    queryKey: ['formula-check', body] as const,
    queryFn: async ({ signal }) => (await checkFormula({ body, signal, throwOnError: true })).data,
    enabled: body.text.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
