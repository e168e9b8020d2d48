import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ifMatch } from '@/api/client';
import { revokeClient } from '@/api/gen/sdk.gen';
import type { ClientDetails } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import { clientChanged } from './queries';
import { form as common, revoke as words } from './ru';

/** Cannot be undone: the name is typed to be sure of which one it is. */
export function RevokeClient({ client, onClose }: { client: ClientDetails; onClose: () => void }) {
  const queryClient = useQueryClient();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { reason: '', name: '' },
    validate: {
      reason: (value) => (value.trim() ? null : common.required),
      name: (value) => (value.trim() === client.name.trim() ? null : words.mismatch),
    },
  });
  const revoke = useMutation<ClientDetails, Problem, string>({
    mutationKey: ['revoke-client', client.id],
    mutationFn: async (reason) =>
      (
        await revokeClient({
          path: { id: client.id },
          headers: ifMatch(client.version),
          body: { reason },
          throwOnError: true,
        })
      ).data,
    onSuccess: async (changed) => {
      await clientChanged(queryClient, changed);
      doneToast(words.done);
      onClose();
    },
  });
  return (
    <Dialog title={words.title(client.name)} onClose={onClose}>
      <form
        noValidate
        onSubmit={form.onSubmit(({ reason }) => {
          if (!revoke.isPending) revoke.mutate(reason.trim());
        })}
      >
        <Stack>
          {revoke.error ? <ProblemAlert error={revoke.error} /> : null}
          <p style={{ margin: 0 }}>{words.text}</p>
          <Textarea
            label={words.reason}
            description={words.reasonHint}
            rows={2}
            maxLength={500}
            withAsterisk
            data-autofocus
            key={form.key('reason')}
            {...form.getInputProps('reason')}
          />
          <TextInput
            label={words.confirm(client.name)}
            autoComplete="off"
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit" color="red" loading={revoke.isPending}>
              {words.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
