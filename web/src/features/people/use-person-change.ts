import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PersonDetails } from '@/api/gen/types.gen';
import { type Problem, toProblem } from '@/api/problem';
import { doneToast } from '@/ui/toast';
import { peopleChanged, personOptions } from './queries';

/** A change of a person under the version that is shown; after a 412 the newer card is loaded and the change can be repeated. */
export function usePersonChange<Values = void>(
  person: PersonDetails,
  send: (values: Values, version: number) => Promise<PersonDetails>,
  message: string,
  onDone?: () => void,
) {
  const queryClient = useQueryClient();
  return useMutation<PersonDetails, Problem, Values>({
    mutationKey: ['change-person', person.id],
    mutationFn: (values) => send(values, person.version),
    onSuccess: async (changed) => {
      await peopleChanged(queryClient, changed);
      doneToast(message);
      onDone?.();
    },
    onError: async (error) => {
      if (toProblem(error).status === 412)
        await peopleChanged(queryClient, await queryClient.fetchQuery({ ...personOptions(person.id), staleTime: 0 }));
    },
  });
}
