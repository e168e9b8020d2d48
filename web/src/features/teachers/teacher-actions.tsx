import { Button, Menu } from '@mantine/core';
import { IconDots, IconPencil } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { TeacherDetails } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { useShortcuts } from '@/lib/keys';
import { lazyDialog } from '@/ui/lazy-dialog';
import { LinkButton } from '@/ui/link-button';
import { card } from './ru';

type DialogName = 'leave' | 'back' | 'move' | 'anonymise';

const StaffDialog = lazyDialog(async () => (await import('./staff-dialogs')).StaffDialog);

export function TeacherActions({ teacher }: { teacher: TeacherDetails }) {
  const navigate = useNavigate();
  const { role } = useMe();
  const [open, setOpen] = useState<DialogName>();
  const edit = { to: '/training/teachers/$teacherId/edit', params: { teacherId: teacher.id } } as const;
  useShortcuts({ KeyE: () => void (teacher.name && navigate(edit)) });
  const item = (key: DialogName, color?: string) => (
    <Menu.Item key={key} color={color} onClick={() => setOpen(key)}>
      {card[key]}
    </Menu.Item>
  );
  const items = [
    teacher.leftOn ? (teacher.name ? item('back') : null) : item('leave'),
    // A school has no other school to move somebody to.
    teacher.name && role !== 'School' ? item('move') : null,
    teacher.name ? item('anonymise', 'red') : null,
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
      {teacher.name ? (
        <LinkButton leftSection={<IconPencil size={18} aria-hidden="true" />} {...edit}>
          {card.edit}
        </LinkButton>
      ) : null}
      {open ? <StaffDialog name={open} teacher={teacher} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
