import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { IndicatorDetails } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { doneToast } from '@/ui/toast';
import { definitionOptions, definitionsChanged } from './queries';

/**
 * A change of an indicator under the version that is shown; after a 412 the newer card is loaded and the change can be
 * repeated.
 */
export function useDefinitionChange<Values = void>(
  indicator: IndicatorDetails,
  send: (values: Values, version: number) => Promise<IndicatorDetails>,
  message: string,
  onDone?: () => void,
) {
  const queryClient = useQueryClient();
  return useMutation<IndicatorDetails, Problem, Values>({
    mutationKey: ['change-indicator', indicator.id],
    mutationFn: (values) => send(values, indicator.version),
    onSuccess: async (changed) => {
      queryClient.setQueryData(definitionOptions(changed.id).queryKey, changed);
      doneToast(message);
      onDone?.();
      await definitionsChanged(queryClient);
    },
    onError: async (problem) => {
      if (problem.status === 412) await queryClient.fetchQuery({ ...definitionOptions(indicator.id), staleTime: 0 });
    },
  });
}
