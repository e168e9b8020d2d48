import { Button, Group, Select, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ifMatch } from '@/api/client';
import { rotateClientKey } from '@/api/gen/sdk.gen';
import type { ClientDetails, IssuedKey } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { clientChanged } from './queries';
import { form, rotate as words } from './ru';

interface Props {
  client: ClientDetails;
  onClose: () => void;
  onKey: (key: string) => void;
}

export function RotateKey({ client, onClose, onKey }: Props) {
  const queryClient = useQueryClient();
  const [hours, setHours] = useState('24');
  const rotate = useMutation<IssuedKey, Problem, number>({
    mutationKey: ['rotate-key', client.id],
    gcTime: 0,
    mutationFn: async (overlapHours) =>
      (
        await rotateClientKey({
          path: { id: client.id },
          headers: ifMatch(client.version),
          body: { overlapHours },
          throwOnError: true,
        })
      ).data,
    onSuccess: async (issued) => {
      await clientChanged(queryClient, issued.client);
      onKey(issued.key);
      onClose();
    },
  });
  return (
    <Dialog title={words.title(client.name)} onClose={onClose}>
      <Stack>
        {rotate.error ? <ProblemAlert error={rotate.error} /> : null}
        <p style={{ margin: 0 }}>{words.text}</p>
        <Select
          label={words.overlap}
          data={words.options}
          value={hours}
          allowDeselect={false}
          onChange={(value) => setHours(value ?? '24')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {form.cancel}
          </Button>
          <Button loading={rotate.isPending} onClick={() => rotate.mutate(Number(hours))}>
            {words.submit}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
