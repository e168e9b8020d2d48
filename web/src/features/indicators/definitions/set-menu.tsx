import { Button, Menu } from '@mantine/core';
import { IconBooks, IconChevronDown, IconPlus, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { ReadyDialog } from './ready-sets';
import { ru, sets as text } from './ru';
import { SetDialog } from './set-dialog';
import { UploadDialog } from './upload-dialog';

/** Where sets come from: an empty one, a file, or those that come with the product. */
export function SetMenu() {
  const [open, setOpen] = useState<'add' | 'upload' | 'ready'>();
  const close = () => setOpen(undefined);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden="true" />}>
            {ru.more}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setOpen('add')}>
            {text.add}
          </Menu.Item>
          <Menu.Item leftSection={<IconUpload size={18} aria-hidden="true" />} onClick={() => setOpen('upload')}>
            {text.upload}
          </Menu.Item>
          <Menu.Item leftSection={<IconBooks size={18} aria-hidden="true" />} onClick={() => setOpen('ready')}>
            {text.ready}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === 'add' ? <SetDialog onClose={close} /> : null}
      {open === 'upload' ? <UploadDialog onClose={close} /> : null}
      {open === 'ready' ? <ReadyDialog onClose={close} /> : null}
    </>
  );
}
