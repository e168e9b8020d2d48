import { useQueryClient } from '@tanstack/react-query';
import { getMeQueryKey, listSessionsQuery, listSessionsQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import type { MeDetails } from '@/api/gen/types.gen';

export const sessionsOptions = listSessionsQuery;

/** Notes what has changed of the person who is signed in. */
export function useMeChange() {
  const queryClient = useQueryClient();
  return (part: Partial<MeDetails>) =>
    queryClient.setQueryData<MeDetails>(getMeQueryKey(), (me) => (me ? { ...me, ...part } : me));
}

/** Reads anew where one is signed in. */
export function useSessionsChange() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: listSessionsQueryKey() });
}

/** Leaves this browser for the sign-in page; nothing of the person stays. */
export function useLeave() {
  const queryClient = useQueryClient();
  return () => {
    queryClient.clear();
    window.location.assign('/sign-in');
  };
}
