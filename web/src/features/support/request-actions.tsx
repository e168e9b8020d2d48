import { Button, Menu } from '@mantine/core';
import { IconDots, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { ifMatch } from '@/api/client';
import { reopenSpecialistRequest } from '@/api/gen/sdk.gen';
import type { SpecialistRequestDetails } from '@/api/gen/types.gen';
import { lazyDialog } from '@/ui/lazy-dialog';
import { LinkButton } from '@/ui/link-button';
import { card } from './ru';
import { useRequestChange } from './use-request-change';

const dialogs = {
  assign: lazyDialog(async () => (await import('./request-dialogs')).AssignDialog),
  decline: lazyDialog(async () => (await import('./request-dialogs')).DeclineDialog),
  withdraw: lazyDialog(async () => (await import('./request-dialogs')).WithdrawDialog),
  finish: lazyDialog(async () => (await import('./request-dialogs')).FinishDialog),
};
type Act = keyof typeof dialogs;

/** What may be done with a request as far as it has come: one main button, the rest in a menu. */
export function RequestActions({ request }: { request: SpecialistRequestDetails }) {
  const [open, setOpen] = useState<Act>();
  const { state, editable, assignable, id } = request;
  const reopen = useRequestChange<void>(
    request,
    async (_, version) =>
      (await reopenSpecialistRequest({ path: { id }, headers: ifMatch(version), throwOnError: true })).data,
    card.reopened,
  );
  const early = state === 'Requested' || state === 'Assigned';
  const settled = !early && state !== 'InWork';
  const Opened = open ? dialogs[open] : undefined;
  const item = (key: Act, label: string, color?: string) => (
    <Menu.Item key={key} color={color} onClick={() => setOpen(key)}>
      {label}
    </Menu.Item>
  );
  const items = [
    assignable && (state === 'Assigned' || state === 'InWork') ? item('assign', card.reassign) : null,
    assignable && early ? item('decline', card.decline, 'red') : null,
    editable && early ? item('withdraw', card.withdraw, 'red') : null,
  ].filter(Boolean);
  return (
    <>
      {items.length > 0 ? (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" leftSection={<IconDots size={18} aria-hidden="true" />}>
              {card.more}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>{items}</Menu.Dropdown>
        </Menu>
      ) : null}
      {editable && early ? (
        <LinkButton
          variant="default"
          to="/support/specialists/$requestId/edit"
          params={{ requestId: id }}
          leftSection={<IconPencil size={18} aria-hidden="true" />}
        >
          {card.edit}
        </LinkButton>
      ) : null}
      {assignable && settled ? (
        <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate()}>
          {card.reopen}
        </Button>
      ) : null}
      {assignable && state === 'Requested' ? <Button onClick={() => setOpen('assign')}>{card.assign}</Button> : null}
      {assignable && state === 'InWork' ? <Button onClick={() => setOpen('finish')}>{card.finish}</Button> : null}
      {Opened ? <Opened request={request} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
