import { Button, Group, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { ifMatch } from '@/api/client';
import { revokeGrant } from '@/api/gen/sdk.gen';
import type { GrantDetails, PersonDetails } from '@/api/gen/types.gen';
import { roleNames } from '@/api/terms';
import { missing } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { ProblemAlert } from '@/ui/problem-alert';
import { StatusBadge } from '@/ui/status-badge';
import { grantStates, ru } from './ru';
import { usePersonChange } from './use-person-change';
import { dayWords, placeWords } from './words';

const alive = ({ state }: GrantDetails) => state === 'Holds' || state === 'Ahead';

/** Every role a person has or had, with the way to take it back. */
export function GrantTable({ person, mayRevoke }: { person: PersonDetails; mayRevoke: boolean }) {
  const [revoking, setRevoking] = useState<GrantDetails | null>(null);
  const columns: Column<GrantDetails>[] = [
    {
      id: 'role',
      header: ru.person.role,
      card: 'title',
      cell: ({ role, delegatedBy }) =>
        delegatedBy ? `${roleNames[role]} (${ru.lentBy(delegatedBy.name)})` : roleNames[role],
    },
    { id: 'place', header: ru.person.place, cell: ({ place }) => placeWords(place) },
    { id: 'days', header: ru.person.days, cell: dayWords },
    {
      id: 'state',
      header: ru.person.grantState,
      nowrap: true,
      cell: ({ state }) => (
        <StatusBadge tone={state === 'Holds' ? 'good' : state === 'Ahead' ? 'info' : 'neutral'}>
          {grantStates[state]}
        </StatusBadge>
      ),
    },
    { id: 'grantedBy', header: ru.person.grantedBy, cell: ({ grantedBy }) => grantedBy?.name ?? missing },
  ];
  if (mayRevoke) {
    columns.push({
      id: 'revoke',
      header: '',
      screenOnly: true,
      align: 'right',
      cell: (grant) =>
        alive(grant) ? (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={ru.person.revokeTitle(roleNames[grant.role], grant.place.name)}
            onClick={() => setRevoking(grant)}
          >
            {ru.person.revoke}
          </Button>
        ) : null,
    });
  }
  return (
    <>
      <DataTable
        plain
        caption={ru.person.roles}
        columns={columns}
        rows={person.grants}
        rowKey={({ id }) => id}
        empty={<EmptyState title={ru.noRoles}>{ru.person.rolesEmpty}</EmptyState>}
      />
      {revoking ? <RevokeDialog person={person} grant={revoking} onClose={() => setRevoking(null)} /> : null}
    </>
  );
}

interface Props {
  person: PersonDetails;
  grant: GrantDetails;
  onClose: () => void;
}

function RevokeDialog({ person, grant, onClose }: Props) {
  const change = usePersonChange(
    person,
    async (_, version) => {
      const path = { id: person.id, grantId: grant.id };
      return (await revokeGrant({ path, headers: ifMatch(version), throwOnError: true })).data;
    },
    ru.person.revoked,
    onClose,
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={ru.person.revokeTitle(roleNames[grant.role], grant.place.name)}
      closeButtonProps={{ 'aria-label': ru.person.close }}
    >
      <Stack>
        <p style={{ margin: 0 }}>{ru.person.revokeText}</p>
        {change.error ? <ProblemAlert error={change.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {ru.person.cancel}
          </Button>
          <Button color="red" loading={change.isPending} onClick={() => change.mutate()}>
            {ru.person.revoke}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
