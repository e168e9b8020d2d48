import { Button, Stack } from '@mantine/core';
import { IconKeyOff, IconPencil, IconRefresh } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClientKeyDetails } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { formatDay, formatInstant } from '@/lib/format';
import { Card } from '@/ui/card';
import { type Column, DataTable } from '@/ui/data-table';
import { Facts } from '@/ui/facts';
import { lazyDialog } from '@/ui/lazy-dialog';
import { Note } from '@/ui/note';
import { PageHeader } from '@/ui/page-header';
import { ClientStateBadge } from './client-state';
import { KeyShown } from './key-shown';
import { clientOptions } from './queries';
import { card, permissions, ru } from './ru';

const EditClient = lazyDialog(async () => (await import('./edit-client')).EditClient);
const RevokeClient = lazyDialog(async () => (await import('./revoke-client')).RevokeClient);
const RotateKey = lazyDialog(async () => (await import('./rotate-key')).RotateKey);

type Open = 'edit' | 'rotate' | 'revoke' | null;

/** One program: what it may do, and its keys – when given, last used, until when. */
export function ClientPage({ clientId }: { clientId: string }) {
  const { region } = useMe();
  const client = useSuspenseQuery(clientOptions(clientId)).data;
  const [open, setOpen] = useState<Open>(null);
  const [newKey, setNewKey] = useState<string>();
  const instant = (at: string) => formatInstant(at, region.timeZone);
  const columns: Column<ClientKeyDetails>[] = [
    { id: 'created', header: card.created, card: 'title', cell: ({ createdAt }) => instant(createdAt) },
    { id: 'state', header: card.state, cell: ({ state }) => <ClientStateBadge state={state} /> },
    {
      id: 'until',
      header: card.until,
      cell: ({ expiresAt }) => (expiresAt ? instant(expiresAt) : card.whileClient),
    },
    {
      id: 'used',
      header: card.used,
      cell: ({ lastUsedAt }) => (lastUsedAt ? instant(lastUsedAt) : card.neverUsed),
    },
  ];
  const close = () => setOpen(null);
  return (
    <>
      <PageHeader
        title={client.name}
        above={
          <p style={{ margin: '0 0 6px' }}>
            <Link to="/clients">{ru.title}</Link>
          </p>
        }
        answer={`${ru.kinds[client.kind]} · ${client.place.name}`}
        actions={
          client.state === 'revoked' ? null : (
            <>
              <Button
                variant="default"
                leftSection={<IconPencil size={18} aria-hidden="true" />}
                onClick={() => setOpen('edit')}
              >
                {card.edit}
              </Button>
              <Button
                variant="default"
                leftSection={<IconRefresh size={18} aria-hidden="true" />}
                onClick={() => setOpen('rotate')}
              >
                {card.rotate}
              </Button>
              <Button
                variant="default"
                leftSection={<IconKeyOff size={18} aria-hidden="true" />}
                onClick={() => setOpen('revoke')}
              >
                {card.revoke}
              </Button>
            </>
          )
        }
      />
      <Stack gap="md">
        {newKey ? <KeyShown value={newKey} onDone={() => setNewKey(undefined)} /> : null}
        {client.state === 'revoked' ? (
          <Note tone="bad">{card.revoked(instant(client.revokedAt ?? ''), client.revokeReason ?? '')}</Note>
        ) : client.state === 'expired' ? (
          <Note>{card.expired(formatDay(client.expiresOn))}</Note>
        ) : null}
        <Card title={card.about}>
          <Facts
            items={[
              [card.state, <ClientStateBadge key="state" state={client.state} />],
              [card.permissions, client.permissions.map((value) => permissions[value].name).join(', ')],
              [card.until, client.expiresOn ? formatDay(client.expiresOn) : ru.noEnd],
              [card.networks, client.networks.length > 0 ? client.networks.join(', ') : ru.anyNetwork],
              [card.registered, instant(client.createdAt)],
              [card.used, client.lastUsedAt ? instant(client.lastUsedAt) : ru.never],
            ]}
          />
        </Card>
        <Card title={card.keys} flush>
          <DataTable caption={card.keys} columns={columns} rows={client.keys} rowKey={({ id }) => id} plain />
        </Card>
      </Stack>
      {open === 'edit' ? <EditClient client={client} onClose={close} /> : null}
      {open === 'rotate' ? <RotateKey client={client} onClose={close} onKey={setNewKey} /> : null}
      {open === 'revoke' ? <RevokeClient client={client} onClose={close} /> : null}
    </>
  );
}
