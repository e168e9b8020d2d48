import { Button, Textarea } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { IconCheck, IconPencil } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { advanceEvent, removeEvent } from '@/api/gen/sdk.gen';
import type { EventDetails, EventState } from '@/api/gen/types.gen';
import { needed } from '@/lib/fields';
import { ChangeDialog } from '@/ui/change-dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { card, dialog } from './ru';
import { useChange } from './use-change';

const EventDialog = lazy(() => import('./event-dialog').then((file) => ({ default: file.EventDialog })));

/** What whoever holds the event does with it: says that it took place, calls it off, corrects it. */
export function EventActions({ event, begun }: { event: EventDetails; begun: boolean }) {
  const [open, setOpen] = useState<'edit' | 'cancel' | 'remove'>();
  const close = () => setOpen(undefined);
  const turn = useChange<EventState, EventDetails>(
    async (state) =>
      (
        await advanceEvent({
          path: { id: event.id },
          headers: ifMatch(event.version),
          body: { state },
          throwOnError: true,
        })
      ).data,
    ({ state }) => card.done[state],
    close,
  );
  const { state, total } = event;
  const nobody = total.named + total.unnamed === 0;
  return (
    <>
      {turn.error ? <ProblemAlert error={turn.error} /> : null}
      {nobody ? (
        <Button variant="subtle" color="red" onClick={() => setOpen('remove')}>
          {card.remove}
        </Button>
      ) : null}
      {state === 'Planned' ? (
        <Button variant="default" onClick={() => setOpen('cancel')}>
          {card.cancel}
        </Button>
      ) : nobody ? (
        <Button variant="default" loading={turn.isPending} onClick={() => turn.mutate('Planned')}>
          {card.back}
        </Button>
      ) : null}
      <Button
        variant="default"
        leftSection={<IconPencil size={18} aria-hidden="true" />}
        onClick={() => setOpen('edit')}
      >
        {card.edit}
      </Button>
      {state === 'Planned' && begun ? (
        <Button
          leftSection={<IconCheck size={18} aria-hidden="true" />}
          loading={turn.isPending}
          onClick={() => turn.mutate('Held')}
        >
          {card.held}
        </Button>
      ) : null}
      {open === 'edit' ? (
        <Suspense>
          <EventDialog event={event} onClose={close} />
        </Suspense>
      ) : open === 'cancel' ? (
        <CancelDialog event={event} onClose={close} />
      ) : open === 'remove' ? (
        <RemoveDialog event={event} onClose={close} />
      ) : null}
    </>
  );
}

const reasonSchema = z.object({ reason: needed(dialog.required, 300) });

function CancelDialog({ event, onClose }: { event: EventDetails; onClose: () => void }) {
  const form = useForm({ initialValues: { reason: '' }, validate: schemaResolver(reasonSchema, { sync: true }) });
  const change = useChange<{ reason: string }>(
    ({ reason }) =>
      advanceEvent({
        path: { id: event.id },
        headers: ifMatch(event.version),
        body: { state: 'Cancelled', reason: reason.trim() },
        throwOnError: true,
      }),
    card.done.Cancelled,
    onClose,
  );
  return (
    <ChangeDialog
      words={{ title: card.cancel, text: card.cancelText, button: card.cancel }}
      form={form}
      change={change}
      grave
      onClose={onClose}
    >
      <Textarea label={dialog.reason} rows={2} withAsterisk data-autofocus {...form.getInputProps('reason')} />
    </ChangeDialog>
  );
}

function RemoveDialog({ event, onClose }: { event: EventDetails; onClose: () => void }) {
  const navigate = useNavigate();
  const form = useForm({ initialValues: {} });
  const change = useChange<object>(
    async () => {
      await removeEvent({ path: { id: event.id }, headers: ifMatch(event.version), throwOnError: true });
      await (event.association
        ? navigate({ to: '/training/associations/$associationId', params: { associationId: event.association.id } })
        : navigate({ to: '/training/events' }));
    },
    card.removed,
    onClose,
  );
  return (
    <ChangeDialog
      words={{ title: card.removeTitle, text: card.removeText, button: card.remove }}
      form={form}
      change={change}
      grave
      onClose={onClose}
    />
  );
}
