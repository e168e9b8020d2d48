import { Button, Code, CopyButton, Group, Stack, TextInput } from '@mantine/core';
import { IconCheck, IconCopy, IconKey } from '@tabler/icons-react';
import { Note } from '@/ui/note';
import { key as words } from './ru';

/** The key, this once, with a call to try it by. */
export function KeyShown({ value, onDone }: { value: string; onDone: () => void }) {
  const call = `curl -H "Authorization: Bearer ${words.placeholder}" \\\n  "${window.location.origin}/api/v1/schools?pageSize=5"`;
  return (
    <Note title={words.title} icon={<IconKey size={20} aria-hidden="true" />} alert>
      <Stack gap="sm">
        <span>{words.once}</span>
        <TextInput
          label={words.label}
          value={value}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
          styles={{ input: { fontFamily: 'monospace' } }}
        />
        <Group>
          <CopyButton value={value} timeout={2000}>
            {({ copied, copy }) => (
              <Button
                onClick={copy}
                leftSection={
                  copied ? <IconCheck size={18} aria-hidden="true" /> : <IconCopy size={18} aria-hidden="true" />
                }
              >
                {copied ? words.copied : words.copy}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" onClick={onDone}>
            {words.done}
          </Button>
        </Group>
        <div>
          <strong>{words.example}</strong>
          <Code block mt={4}>
            {call}
          </Code>
        </div>
      </Stack>
    </Note>
  );
}
