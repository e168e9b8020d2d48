import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Problem } from '@/api/problem';
import { doneToast } from '@/ui/toast';
import { eventsChanged } from './queries';

/** A change of an event or an association; after a 412 everything is read again and the change can be repeated. */
export function useChange<Values, Answer = unknown>(
  send: (values: Values) => Promise<Answer>,
  message: string | ((answer: Answer) => string),
  onDone: (answer: Answer) => void,
) {
  const queryClient = useQueryClient();
  return useMutation<Answer, Problem, Values>({
    mutationKey: ['change-event'],
    mutationFn: send,
    onSuccess: async (answer) => {
      await eventsChanged(queryClient);
      doneToast(typeof message === 'string' ? message : message(answer));
      onDone(answer);
    },
    onError: (problem) => (problem.status === 412 ? eventsChanged(queryClient) : undefined),
  });
}
