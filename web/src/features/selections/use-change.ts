import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApplicationDetails, SelectionDetails } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { doneToast } from '@/ui/toast';
import { applicationChanged, applicationOptions, selectionChanged, selectionOptions } from './queries';

/** A change under the version that is shown; after a 412 the newer card is loaded and the change can be repeated. */
export function useSelectionChange<Values = void>(
  { id, version }: SelectionDetails,
  send: (values: Values, version: number) => Promise<SelectionDetails>,
  message: string,
  onDone?: () => void,
) {
  const queryClient = useQueryClient();
  return useMutation<SelectionDetails, Problem, Values>({
    mutationKey: ['change-selection', id],
    mutationFn: (values) => send(values, version),
    onSuccess: async (changed) => {
      await selectionChanged(queryClient, changed);
      doneToast(message);
      onDone?.();
    },
    onError: async (problem) => {
      if (problem.status === 412) await queryClient.fetchQuery({ ...selectionOptions(id), staleTime: 0 });
    },
  });
}

/** The same for an application. */
export function useApplicationChange<Values = void>(
  { id, selectionId, version }: ApplicationDetails,
  send: (values: Values, version: number) => Promise<ApplicationDetails>,
  message: string,
  onDone?: () => void,
) {
  const queryClient = useQueryClient();
  return useMutation<ApplicationDetails, Problem, Values>({
    mutationKey: ['change-application', id],
    mutationFn: (values) => send(values, version),
    onSuccess: async (changed) => {
      await applicationChanged(queryClient, changed);
      doneToast(message);
      onDone?.();
    },
    onError: async (problem) => {
      if (problem.status === 412)
        await queryClient.fetchQuery({ ...applicationOptions(selectionId, id), staleTime: 0 });
    },
  });
}
