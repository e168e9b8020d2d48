import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getHomeQueryKey, getSchoolStarQueryKey, listSchoolsQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { starSchool, unstarSchool } from '@/api/gen/sdk.gen';
import { announce } from '@/lib/announce';
import { star as ru } from './ru';

/** Puts the star on a school or takes it off: applied at once, taken back when the server refuses. */
export function useStar(schoolId: string) {
  const queryClient = useQueryClient();
  const queryKey = getSchoolStarQueryKey({ path: { id: schoolId } });
  return useMutation({
    mutationKey: ['star', schoolId],
    mutationFn: (on: boolean) =>
      on
        ? starSchool({ path: { id: schoolId }, throwOnError: true })
        : unstarSchool({ path: { id: schoolId }, throwOnError: true }),
    onMutate: (on) => {
      queryClient.setQueryData(queryKey, { starred: on });
      announce(on ? ru.done : ru.undone);
    },
    onError: (_error, on) => {
      queryClient.setQueryData(queryKey, { starred: !on });
      announce(ru.failed);
    },
    onSuccess: async () => {
      const stale = new Set([listSchoolsQueryKey()[0]._id, getHomeQueryKey()[0]._id]);
      await queryClient.invalidateQueries({
        predicate: ({ queryKey }) => stale.has((queryKey[0] as { _id?: string } | undefined)?._id ?? ''),
      });
    },
  });
}
