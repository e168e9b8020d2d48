import { Button } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getHomeQueryKey, getSchoolStarQuery, listSchoolsQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { starSchool, unstarSchool } from '@/api/gen/sdk.gen';
import { announce } from '@/lib/announce';
import { useShortcuts } from '@/lib/keys';
import { star as ru } from './ru';

/** Keeps an eye on a school: applied at once, taken back by the same button; «s» does the same. */
export function StarButton({ schoolId }: { schoolId: string }) {
  const queryClient = useQueryClient();
  const options = getSchoolStarQuery({ path: { id: schoolId } });
  const starred = useQuery(options).data?.starred ?? false;
  const change = useMutation({
    mutationKey: ['star', schoolId],
    mutationFn: (on: boolean) =>
      on
        ? starSchool({ path: { id: schoolId }, throwOnError: true })
        : unstarSchool({ path: { id: schoolId }, throwOnError: true }),
    onMutate: (on) => {
      queryClient.setQueryData(options.queryKey, { starred: on });
      announce(on ? ru.done : ru.undone);
    },
    onError: (_error, on) => {
      queryClient.setQueryData(options.queryKey, { starred: !on });
      announce(ru.failed);
    },
    onSuccess: async () => {
      const stale = new Set([listSchoolsQueryKey()[0]._id, getHomeQueryKey()[0]._id]);
      await queryClient.invalidateQueries({
        predicate: ({ queryKey }) => stale.has((queryKey[0] as { _id?: string } | undefined)?._id ?? ''),
      });
    },
  });
  const toggle = () => {
    if (!change.isPending) change.mutate(!starred);
  };
  useShortcuts({ KeyS: toggle });
  return (
    <Button
      variant="default"
      aria-pressed={starred}
      aria-keyshortcuts="S"
      onClick={toggle}
      leftSection={
        starred ? <IconStarFilled size={18} aria-hidden="true" /> : <IconStar size={18} aria-hidden="true" />
      }
    >
      {starred ? ru.on : ru.off}
    </Button>
  );
}
