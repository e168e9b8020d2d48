import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ifMatch } from '@/api/client';
import { issueLink, revokeLink } from '@/api/gen/sdk.gen';
import type { IssueLinkIssued, PersonDetails } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { formatDay } from '@/lib/format';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import { peopleChanged } from './queries';
import { ru } from './ru';
import { usePersonChange } from './use-person-change';
import { addressOf } from './words';

/** A new one-time link, shown once or sent by mail; or the open one taken back. */
export function LinkDialog({ person, onClose }: { person: PersonDetails; onClose: () => void }) {
  const queryClient = useQueryClient();
  const issue = useMutation<IssueLinkIssued, Problem, boolean>({
    mutationKey: ['issue-link', person.id],
    mutationFn: async (byMail) => {
      const headers = ifMatch(person.version);
      return (await issueLink({ path: { id: person.id }, headers, body: { byMail }, throwOnError: true })).data;
    },
    onSuccess: ({ person: changed }) => peopleChanged(queryClient, changed),
  });
  const revoke = usePersonChange(
    person,
    async (_, version) =>
      (await revokeLink({ path: { id: person.id }, headers: ifMatch(version), throwOnError: true })).data,
    ru.person.linkRevoked,
    onClose,
  );
  const issued = issue.data;
  const joined = person.state === 'Active';
  return (
    <Modal opened onClose={onClose} title={ru.person.linkTitle} closeButtonProps={{ 'aria-label': ru.person.close }}>
      <Stack>
        {issued ? (
          <>
            <Note alert>{issued.sent ? ru.person.linkSent : ru.person.linkOnce}</Note>
            {issued.path ? (
              <TextInput
                label={ru.person.linkField}
                description={`${ru.inviting.validUntil} ${formatDay(issued.expiresAt)}`}
                value={addressOf(issued.path)}
                readOnly
                onFocus={(event) => event.currentTarget.select()}
              />
            ) : null}
            <Group justify="flex-end">
              <Button onClick={onClose}>{ru.person.close}</Button>
            </Group>
          </>
        ) : (
          <>
            <p style={{ margin: 0 }}>{joined ? ru.person.linkReset : ru.person.linkInvite}</p>
            {issue.error ? <ProblemAlert error={issue.error} /> : null}
            {revoke.error ? <ProblemAlert error={revoke.error} /> : null}
            <Group justify="flex-end">
              {person.link?.state === 'Open' ? (
                <Button variant="subtle" loading={revoke.isPending} onClick={() => revoke.mutate()}>
                  {ru.person.revokeLink}
                </Button>
              ) : null}
              {person.email ? (
                <Button variant="default" loading={issue.isPending} onClick={() => issue.mutate(true)}>
                  {ru.person.linkMail}
                </Button>
              ) : null}
              <Button loading={issue.isPending} onClick={() => issue.mutate(false)}>
                {ru.person.linkShow}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}
