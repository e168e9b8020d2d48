import { Button, Group, Modal, Stack } from '@mantine/core';
import { ifMatch } from '@/api/client';
import { blockPerson } from '@/api/gen/sdk.gen';
import type { PersonDetails } from '@/api/gen/types.gen';
import { ProblemAlert } from '@/ui/problem-alert';
import { ru } from './ru';
import { usePersonChange } from './use-person-change';

export function BlockDialog({ person, onClose }: { person: PersonDetails; onClose: () => void }) {
  const change = usePersonChange(
    person,
    async (_, version) =>
      (await blockPerson({ path: { id: person.id }, headers: ifMatch(version), throwOnError: true })).data,
    ru.person.blocked,
    onClose,
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={ru.person.blockTitle(person.displayName)}
      closeButtonProps={{ 'aria-label': ru.person.close }}
    >
      <Stack>
        <p style={{ margin: 0 }}>{ru.person.blockText}</p>
        {change.error ? <ProblemAlert error={change.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {ru.person.cancel}
          </Button>
          <Button color="red" loading={change.isPending} onClick={() => change.mutate()}>
            {ru.person.block}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
