import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { exportIndicatorSet } from '@/api/gen/sdk.gen';
import type { IndicatorSetSummary } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { saveFile } from '@/lib/download';
import { ProblemAlert } from '@/ui/problem-alert';
import { RemoveSet } from './remove-set';
import { sets as text } from './ru';
import { SetDialog } from './set-dialog';

/** What can be done with a set; a file of it is for everybody who reads it. */
export function SetActions({ set }: { set: IndicatorSetSummary }) {
  const [open, setOpen] = useState<'rename' | 'remove'>();
  const download = useMutation<unknown, Problem, void>({
    mutationKey: ['export-set', set.id],
    mutationFn: async () => {
      const { data } = await exportIndicatorSet({ path: { id: set.id }, throwOnError: true });
      const content = new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' });
      saveFile(content, `Показатели – ${set.name}.json`);
    },
  });
  return (
    <>
      {download.error ? <ProblemAlert error={download.error} onRetry={() => download.mutate()} /> : null}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={text.actions(set.name)} className="no-print">
            <IconDots size={20} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconDownload size={18} aria-hidden="true" />} onClick={() => download.mutate()}>
            {text.download}
          </Menu.Item>
          {set.editable ? (
            <>
              <Menu.Item leftSection={<IconPencil size={18} aria-hidden="true" />} onClick={() => setOpen('rename')}>
                {text.rename}
              </Menu.Item>
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={18} aria-hidden="true" />}
                onClick={() => setOpen('remove')}
              >
                {text.remove}
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {open === 'rename' ? <SetDialog set={set} onClose={() => setOpen(undefined)} /> : null}
      {open === 'remove' ? <RemoveSet set={set} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
