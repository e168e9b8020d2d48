import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  getMeQueryKey,
  getSetupQuery,
  getSignInWaysQuery,
  setUpMutation,
  signInMutation,
} from '@/api/gen/@tanstack/react-query.gen';

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
