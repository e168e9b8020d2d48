import { Button, CopyButton, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { issueCalendarFeed, revokeCalendarFeed } from '@/api/gen/sdk.gen';
import type { IssuedCalendarFeed } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { formatDay } from '@/lib/format';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import { feedOptions } from './queries';
import { feed as text } from './ru';

/** The secret address of one's calendar: made, shown this once, replaced, taken back. */
export function FeedDialog({ onClose }: { onClose: () => void }) {
  const queryClient = useQueryClient();
  const state = useQuery(feedOptions());
  const again = () => queryClient.invalidateQueries({ queryKey: feedOptions().queryKey });
  const issue = useMutation<IssuedCalendarFeed, Problem, void>({
    mutationKey: ['issue-feed'],
    mutationFn: async () => (await issueCalendarFeed({ throwOnError: true })).data,
    onSettled: again,
  });
  const revoke = useMutation<unknown, Problem, void>({
    mutationKey: ['revoke-feed'],
    mutationFn: () => revokeCalendarFeed({ throwOnError: true }),
    onSuccess: () => {
      issue.reset();
      doneToast(text.revoked);
    },
    onSettled: again,
  });
  const address = issue.data ? `${window.location.origin}${issue.data.path}` : null;
  const made = state.data?.createdAt;
  return (
    <Dialog title={text.title} size="lg" onClose={onClose}>
      <Stack>
        <p style={{ margin: 0 }}>{text.text}</p>
        {issue.error || revoke.error || state.error ? (
          <ProblemAlert error={issue.error ?? revoke.error ?? state.error} />
        ) : null}
        {address ? (
          <>
            <Group align="end">
              <TextInput
                label={text.address}
                description={text.once}
                value={address}
                readOnly
                onFocus={(event) => event.currentTarget.select()}
                style={{ flex: '1 1 280px' }}
                data-autofocus
              />
              <CopyButton value={address}>
                {({ copied, copy }) => <Button onClick={copy}>{copied ? text.copied : text.copy}</Button>}
              </CopyButton>
            </Group>
            <p style={{ margin: 0 }}>{text.how}</p>
          </>
        ) : state.data ? (
          <p style={{ margin: 0 }}>
            {made
              ? `${text.made(formatDay(made.slice(0, 10)))} ${
                  state.data.lastUsedAt ? text.used(formatDay(state.data.lastUsedAt.slice(0, 10))) : text.unused
                } ${text.lost}`
              : text.none}
          </p>
        ) : (
          <DelayedSkeleton rows={2} />
        )}
        <Group justify="flex-end">
          {made ? (
            <Button variant="subtle" color="red" loading={revoke.isPending} onClick={() => revoke.mutate()}>
              {text.revoke}
            </Button>
          ) : null}
          {address ? (
            <Button variant="default" onClick={onClose}>
              {text.close}
            </Button>
          ) : (
            <Button loading={issue.isPending} onClick={() => issue.mutate()}>
              {made ? text.replace : text.make}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}
