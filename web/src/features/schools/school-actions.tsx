import { Button, Menu } from '@mantine/core';
import { IconArrowsJoin, IconChevronDown, IconLock, IconLockOpen, IconMapPin, IconPencil } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SchoolDetails } from '@/api/gen/types.gen';
import { useCan } from '@/api/session';
import { useShortcuts } from '@/lib/keys';
import { lazyDialog } from '@/ui/lazy-dialog';
import { LinkButton } from '@/ui/link-button';
import { actions } from './ru';
import type { ActionKind } from './school-action-dialog';

const SchoolActionDialog = lazyDialog(async () => (await import('./school-action-dialog')).SchoolActionDialog);

/** What may be done with a school; nothing at all is shown to those who may only read. */
export function SchoolActions({ school }: { school: SchoolDetails }) {
  const may = useCan('schools:write');
  const navigate = useNavigate();
  const [open, setOpen] = useState<ActionKind | null>(null);
  useShortcuts({
    KeyE: () => {
      if (may && school.state === 'Open')
        void navigate({ to: '/schools/$schoolId/edit', params: { schoolId: school.id } });
    },
  });
  if (!may) return null;
  const dialog = open ? <SchoolActionDialog kind={open} school={school} onClose={() => setOpen(null)} /> : null;
  if (school.state === 'Merged') return null;
  if (school.state === 'Closed') {
    return (
      <>
        <Button
          variant="default"
          leftSection={<IconLockOpen size={18} aria-hidden="true" />}
          onClick={() => setOpen('reopen')}
        >
          {actions.reopen}
        </Button>
        {dialog}
      </>
    );
  }
  return (
    <>
      <LinkButton
        variant="default"
        to="/schools/$schoolId/edit"
        params={{ schoolId: school.id }}
        leftSection={<IconPencil size={18} aria-hidden="true" />}
      >
        {actions.edit}
      </LinkButton>
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden="true" />}>
            {actions.label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconMapPin size={18} aria-hidden="true" />} onClick={() => setOpen('move')}>
            {actions.move}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowsJoin size={18} aria-hidden="true" />} onClick={() => setOpen('merge')}>
            {actions.merge}
          </Menu.Item>
          <Menu.Item leftSection={<IconLock size={18} aria-hidden="true" />} onClick={() => setOpen('close')}>
            {actions.close}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  );
}
