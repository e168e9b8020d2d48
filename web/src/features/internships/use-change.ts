import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InternshipDetails, InternshipSiteDetails } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { doneToast } from '@/ui/toast';
import { internshipChanged, internshipOptions, siteChanged, siteOptions } from './queries';

/** A change under the version that is shown; after a 412 the newer card is loaded and the change can be repeated. */
export function useInternshipChange<Values = void>(
  { id, version }: InternshipDetails,
  send: (values: Values, version: number) => Promise<InternshipDetails>,
  message: string,
  onDone?: () => void,
) {
  const queryClient = useQueryClient();
  return useMutation<InternshipDetails, Problem, Values>({
    mutationKey: ['change-internship', id],
    mutationFn: (values) => send(values, version),
    onSuccess: async (changed) => {
      await internshipChanged(queryClient, changed);
      doneToast(message);
      onDone?.();
    },
    onError: async (problem) => {
      if (problem.status === 412) await queryClient.fetchQuery({ ...internshipOptions(id), staleTime: 0 });
    },
  });
}

/** The same for a site. */
export function useSiteChange<Values = void>(
  { id, version }: InternshipSiteDetails,
  send: (values: Values, version: number) => Promise<InternshipSiteDetails>,
  message: string,
  onDone?: () => void,
) {
  const queryClient = useQueryClient();
  return useMutation<InternshipSiteDetails, Problem, Values>({
    mutationKey: ['change-internship-site', id],
    mutationFn: (values) => send(values, version),
    onSuccess: async (changed) => {
      await siteChanged(queryClient, changed);
      doneToast(message);
      onDone?.();
    },
    onError: async (problem) => {
      if (problem.status === 412) await queryClient.fetchQuery({ ...siteOptions(id), staleTime: 0 });
    },
  });
}
