import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getMeQueryKey, setPreferencesMutation } from './gen/@tanstack/react-query.gen';
import type { MeDetails, Preferences } from './gen/types.gen';
import { useMe } from './session';

/** How screens look and behave for this person, and a way to change it: at once here, then on the server. */
export function usePreferences() {
  const queryClient = useQueryClient();
  const { preferences } = useMe();
  const set = (next: Preferences) =>
    queryClient.setQueryData<MeDetails>(getMeQueryKey(), (me) => (me ? { ...me, preferences: next } : me));
  const mutation = useMutation({ ...setPreferencesMutation(), mutationKey: ['set-preferences'] });
  function change(part: Partial<Preferences>) {
    const next = { ...preferences, ...part };
    set(next);
    mutation.mutate({ body: next }, { onError: () => set(preferences) });
  }
  return { preferences, change, error: mutation.error };
}
