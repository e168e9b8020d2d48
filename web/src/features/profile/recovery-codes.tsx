import { Button, Group, Stack } from '@mantine/core';
import { announce } from '@/lib/announce';
import { Note } from '@/ui/note';
import { doneToast } from '@/ui/toast';
import classes from './profile.module.css';
import { ru } from './ru';

/** The codes, this once: to copy or to print. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  async function copy() {
    await navigator.clipboard.writeText(codes.join('\n'));
    doneToast(ru.recovery.copied);
    announce(ru.recovery.copied);
  }
  return (
    <Stack gap="sm">
      <Note title={ru.recovery.title} alert>
        <p>{ru.recovery.text}</p>
      </Note>
      <p className={classes.printed}>{ru.recovery.heading}</p>
      <ul className={classes.codes} aria-label={ru.recovery.title}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group className="no-print">
        <Button onClick={onDone}>{ru.recovery.done}</Button>
        <Button variant="default" onClick={() => void copy()}>
          {ru.recovery.copy}
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          {ru.recovery.print}
        </Button>
      </Group>
    </Stack>
  );
}
