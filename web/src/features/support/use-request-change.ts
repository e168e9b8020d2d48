import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SpecialistRequestDetails } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { doneToast } from '@/ui/toast';
import { requestChanged, requestOptions } from './queries';

/** A change of a request under the version that is shown; after a 412 the newer card is loaded and the change can be repeated. */
export function useRequestChange<Values = void>(
  { id, version }: SpecialistRequestDetails,
  send: (values: Values, version: number) => Promise<SpecialistRequestDetails>,
  message: string,
  onDone?: () => void,
) {
  const queryClient = useQueryClient();
  return useMutation<SpecialistRequestDetails, Problem, Values>({
    mutationKey: ['change-request', id],
    mutationFn: (values) => send(values, version),
    onSuccess: async (changed) => {
      await requestChanged(queryClient, changed);
      doneToast(message);
      onDone?.();
    },
    onError: async (problem) => {
      if (problem.status === 412) await queryClient.fetchQuery({ ...requestOptions(id), staleTime: 0 });
    },
  });
}
