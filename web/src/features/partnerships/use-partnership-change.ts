import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PartnershipDetails } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { doneToast } from '@/ui/toast';
import { partnershipChanged, partnershipOptions } from './queries';

/** A change under the version that is shown; after a 412 the newer card is loaded and the change can be repeated. */
export function usePartnershipChange<Values = void>(
  { id, version }: PartnershipDetails,
  send: (values: Values, version: number) => Promise<PartnershipDetails>,
  message: string,
  onDone?: () => void,
) {
  const queryClient = useQueryClient();
  return useMutation<PartnershipDetails, Problem, Values>({
    mutationKey: ['change-partnership', id],
    mutationFn: (values) => send(values, version),
    onSuccess: async (changed) => {
      await partnershipChanged(queryClient, changed);
      doneToast(message);
      onDone?.();
    },
    onError: async (problem) => {
      if (problem.status === 412) await queryClient.fetchQuery({ ...partnershipOptions(id), staleTime: 0 });
    },
  });
}
