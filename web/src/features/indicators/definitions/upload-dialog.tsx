import { Button, FileButton, Group, Stack } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { importIndicatorSet } from '@/api/gen/sdk.gen';
import type { ImportIndicatorSetBody, IndicatorSetImport } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { useMe } from '@/api/session';
import { Dialog } from '@/ui/dialog';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import { definitionsChanged } from './queries';
import { taking as text } from './ru';
import { TakingPreview } from './taking-preview';

const most = 8 * 1024 * 1024;

/** A file of a set: chosen, looked at, and only then taken. */
export function UploadDialog({ onClose }: { onClose: () => void }) {
  const queryClient = useQueryClient();
  const { region } = useMe();
  const [fault, setFault] = useState<string>();
  const [body, setBody] = useState<ImportIndicatorSetBody>();
  const again = useRef<() => void>(null);
  const send = useMutation<IndicatorSetImport, Problem, { body: ImportIndicatorSetBody; dryRun: boolean }>({
    mutationKey: ['import-set'],
    mutationFn: async ({ body: sent, dryRun }) =>
      (await importIndicatorSet({ body: sent, query: { dryRun, regionCode: region.code }, throwOnError: true })).data,
    onSuccess: async (answer) => {
      if (answer.dryRun) return;
      doneToast(text.done(answer.name));
      onClose();
      await definitionsChanged(queryClient);
    },
    // The same file may be chosen again after it was put right.
    onSettled: () => again.current?.(),
  });

  async function choose(file: File | null) {
    if (!file || send.isPending) return;
    send.reset();
    setBody(undefined);
    const read = file.size > most ? text.tooLarge : await parsed(file);
    if (typeof read === 'string') return setFault(read);
    setFault(undefined);
    setBody(read);
    send.mutate({ body: read, dryRun: true });
  }

  const preview = send.data;
  const changes = preview ? preview.created + preview.changed + (preview.set === 'Unchanged' ? 0 : 1) : 0;
  return (
    <Dialog title={text.uploadTitle} size="lg" onClose={onClose}>
      <Stack>
        <p style={{ margin: 0 }}>{text.uploadText}</p>
        {fault ? <Note tone="bad" alert title={fault} /> : null}
        {send.error ? <ProblemAlert error={send.error} /> : null}
        {preview ? <TakingPreview preview={preview} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <FileButton accept=".json,application/json" resetRef={again} onChange={(file) => void choose(file)}>
            {(props) => (
              <Button
                {...props}
                variant={preview ? 'default' : 'filled'}
                loading={send.isPending && !preview}
                leftSection={<IconUpload size={18} aria-hidden="true" />}
              >
                {preview ? text.other : text.choose}
              </Button>
            )}
          </FileButton>
          {preview && body && preview.refused === 0 && changes > 0 ? (
            <Button loading={send.isPending} onClick={() => send.mutate({ body, dryRun: false })}>
              {text.take}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Dialog>
  );
}

/** What the file holds; a sentence when it is no object of JSON. The server judges the rest. */
async function parsed(file: File): Promise<ImportIndicatorSetBody | string> {
  try {
    const read: unknown = JSON.parse(await file.text());
    return typeof read === 'object' && read !== null && !Array.isArray(read)
      ? (read as ImportIndicatorSetBody)
      : text.notJson;
  } catch {
    return text.notJson;
  }
}
