import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CohortSummary } from '@/api/gen/types.gen';
import { type Problem, toProblem } from '@/api/problem';
import { doneToast } from '@/ui/toast';
import { cohortChanged, cohortOptions } from './queries';

/** A change of a list under the version that is shown; after a 412 the newer list is loaded and the change can be repeated. */
export function useMemberChange<Values>(
  cohort: CohortSummary,
  send: (values: Values, version: number) => Promise<CohortSummary>,
  message: string,
  onDone: () => void,
) {
  const queryClient = useQueryClient();
  return useMutation<CohortSummary, Problem, Values>({
    mutationKey: ['change-cohort', cohort.id],
    mutationFn: (values) => send(values, cohort.version),
    onSuccess: async (changed) => {
      await cohortChanged(queryClient, changed);
      doneToast(message);
      onDone();
    },
    onError: async (error) => {
      if (toProblem(error).status !== 412) return;
      await cohortChanged(queryClient, await queryClient.fetchQuery({ ...cohortOptions(cohort.id), staleTime: 0 }));
    },
  });
}
