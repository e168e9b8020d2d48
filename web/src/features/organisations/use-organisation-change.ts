import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OrganisationDetails } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { doneToast } from '@/ui/toast';
import { organisationChanged, organisationOptions } from './queries';

/**
 * A change of an organisation under the version that is shown; after a 412 the newer card is loaded and the change can
 * be repeated.
 */
export function useOrganisationChange<Values = void>(
  organisation: OrganisationDetails,
  send: (values: Values, version: number) => Promise<OrganisationDetails>,
  message: string,
  onDone?: () => void,
) {
  const queryClient = useQueryClient();
  return useMutation<OrganisationDetails, Problem, Values>({
    mutationKey: ['change-organisation', organisation.id],
    mutationFn: (values) => send(values, organisation.version),
    onSuccess: async (changed) => {
      await organisationChanged(queryClient, changed);
      doneToast(message);
      onDone?.();
    },
    onError: async (problem) => {
      if (problem.status === 412)
        await queryClient.fetchQuery({ ...organisationOptions(organisation.id), staleTime: 0 });
    },
  });
}
