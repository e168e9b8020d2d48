import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  getMeQueryKey,
  getSetupQuery,
  getSignInWaysQuery,
  requestPasswordResetMutation,
  setUpMutation,
  signInMutation,
  useLinkMutation,
} from '@/api/gen/@tanstack/react-query.gen';
import { lookAtLink } from '@/api/gen/sdk.gen';

export const setupOptions = getSetupQuery;
export const signInWaysOptions = getSignInWaysQuery;

function startVisit(queryClient: QueryClient): void {
  // What an earlier person saw must not be shown to the next.
  queryClient.clear();
}

export function useSignIn() {
  const queryClient = useQueryClient();
  return useMutation({
    ...signInMutation(),
    mutationKey: ['sign-in'],
    onSuccess: (me) => {
      startVisit(queryClient);
      queryClient.setQueryData(getMeQueryKey(), me);
    },
  });
}

export function useSetUp() {
  const queryClient = useQueryClient();
  return useMutation({ ...setUpMutation(), mutationKey: ['set-up'], onSuccess: () => startVisit(queryClient) });
}

/** Whom a one-time link is for. Asked by POST: the secret stays out of addresses and logs. */
export const linkOptions = (token: string) =>
  queryOptions({
    queryKey: ['link', token],
    queryFn: async ({ signal }) => (await lookAtLink({ body: { token }, signal, throwOnError: true })).data,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

export function useLink() {
  const queryClient = useQueryClient();
  return useMutation({
    ...useLinkMutation(),
    mutationKey: ['use-link'],
    onSuccess: ({ signedIn }) => {
      // The link itself is kept: it is used up, and asking again would tell so on a page that is about to go.
      if (signedIn) queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'link' });
    },
  });
}

export function useForgotten() {
  return useMutation({ ...requestPasswordResetMutation(), mutationKey: ['forgotten'] });
}
