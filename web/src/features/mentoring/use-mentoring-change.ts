import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MentoringDetails } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { doneToast } from '@/ui/toast';
import { mentoringChanged, mentoringOptions } from './queries';

/** A change under the version that is shown; after a 412 the newer card is loaded and the change can be repeated. */
export function useMentoringChange<Values = void>(
  { id, version }: MentoringDetails,
  send: (values: Values, version: number) => Promise<MentoringDetails>,
  message: string,
  onDone?: () => void,
) {
  const queryClient = useQueryClient();
  return useMutation<MentoringDetails, Problem, Values>({
    mutationKey: ['change-mentoring', id],
    mutationFn: (values) => send(values, version),
    onSuccess: async (changed) => {
      await mentoringChanged(queryClient, changed);
      doneToast(message);
      onDone?.();
    },
    onError: async (problem) => {
      if (problem.status === 412) await queryClient.fetchQuery({ ...mentoringOptions(id), staleTime: 0 });
    },
  });
}
