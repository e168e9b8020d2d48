import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Problem } from '@/api/problem';
import { doneToast } from '@/ui/toast';
import { supportChanged } from './queries';

/** A change of a visit or a consultation; after a 412 the lists are read again and the change can be repeated. */
export function useActChange<Values>(send: (values: Values) => Promise<unknown>, message: string, onDone: () => void) {
  const queryClient = useQueryClient();
  return useMutation<unknown, Problem, Values>({
    mutationKey: ['change-act'],
    mutationFn: send,
    onSuccess: async () => {
      await supportChanged(queryClient);
      doneToast(message);
      onDone();
    },
    onError: (problem) => (problem.status === 412 ? supportChanged(queryClient) : undefined),
  });
}
