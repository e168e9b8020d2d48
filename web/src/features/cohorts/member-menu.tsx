import { ActionIcon, Menu } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import type { CohortMemberDetails } from '@/api/gen/types.gen';
import { ru } from './ru';

/** What can be done about a school of the list. */
export type MemberAction = 'revise' | 'exit' | 'remove';

interface Props {
  member: CohortMemberDetails;
  onAct: (action: MemberAction, member: CohortMemberDetails) => void;
}

export function MemberMenu({ member, onAct }: Props) {
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          // Above the link that is stretched over the row.
          style={{ position: 'relative', zIndex: 1 }}
          variant="subtle"
          aria-label={ru.actions(member.school.name)}
        >
          <IconDotsVertical size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onAct('revise', member)}>{ru.revise}</Menu.Item>
        <Menu.Item color="var(--o-bad)" onClick={() => onAct('remove', member)}>
          {ru.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
