import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RecommendationDetails } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { doneToast } from '@/ui/toast';
import { recommendationChanged, recommendationOptions } from './queries';

/**
 * A change of a recommendation under the version that is shown; after a 412 the newer card is loaded and the change can
 * be repeated.
 */
export function useRecommendationChange<Values = void>(
  { id, version }: RecommendationDetails,
  send: (values: Values, version: number) => Promise<RecommendationDetails>,
  message: string,
  onDone?: () => void,
) {
  const queryClient = useQueryClient();
  return useMutation<RecommendationDetails, Problem, Values>({
    mutationKey: ['change-recommendation', id],
    mutationFn: (values) => send(values, version),
    onSuccess: async (changed) => {
      await recommendationChanged(queryClient, changed);
      doneToast(message);
      onDone?.();
    },
    onError: async (problem) => {
      if (problem.status === 412) await queryClient.fetchQuery({ ...recommendationOptions(id), staleTime: 0 });
    },
  });
}
