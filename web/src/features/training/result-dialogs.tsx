import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { EnrolmentSummary, RecordResultsBody } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import { nameOf } from './names';
import { run as text } from './ru';
import { numbersOf } from './words';

interface Shared {
  error: Problem | null;
  pending: boolean;
  onClose: () => void;
}

interface FrameProps extends Shared {
  words: { title: string; text: string; button: string };
  onSubmit: () => void;
  children: ReactNode;
}

function Frame({ words, error, pending, onClose, onSubmit, children }: FrameProps) {
  return (
    <Dialog title={words.title} size="lg" onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!pending) onSubmit();
        }}
      >
        <Stack>
          <p style={{ margin: 0 }}>{words.text}</p>
          {error ? (
            error.status === 412 ? (
              <Note alert tone="bad" title={text.conflict} />
            ) : (
              <ProblemAlert error={error} />
            )
          ) : null}
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button type="submit" loading={pending}>
              {words.button}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

interface CompleteProps extends Shared {
  chosen: readonly EnrolmentSummary[];
  onSend: (results: RecordResultsBody) => void;
}

/** A column of numbers pasted from Excel goes to the people in their order, and each can be looked at before it is sent. */
export function CompleteDialog({ chosen, onSend, ...shared }: CompleteProps) {
  const words = text.results.complete;
  const [numbers, setNumbers] = useState<string[]>(chosen.map(({ certificateNumber }) => certificateNumber ?? ''));
  const [day, setDay] = useState<string | null>(
    chosen.find(({ certificateOn }) => certificateOn)?.certificateOn ?? null,
  );
  const [wrong, setWrong] = useState<string>();
  function paste(block: string, at: number): boolean {
    const pasted = numbersOf(block);
    if (pasted.length < 2) return false;
    if (at + pasted.length > chosen.length) {
      setWrong(words.mismatch(pasted.length, chosen.length - at));
      return true;
    }
    setWrong(undefined);
    setNumbers(numbers.map((number, i) => pasted[i - at] ?? number));
    return true;
  }
  return (
    <Frame
      words={words}
      onSubmit={() =>
        onSend({
          state: 'Completed',
          certificateOn: day || null,
          rows: chosen.map(({ id, version }, i) => ({ id, version, certificateNumber: numbers[i]?.trim() || null })),
        })
      }
      {...shared}
    >
      <DateField label={words.day} clearable value={day} onChange={(value) => setDay(value as string | null)} />
      {wrong ? <Note alert tone="bad" title={wrong} /> : null}
      {chosen.map((row, i) => (
        <TextInput
          key={row.id}
          label={nameOf(row)}
          aria-label={words.number(nameOf(row))}
          maxLength={60}
          autoComplete="off"
          value={numbers[i] ?? ''}
          onChange={(event) => setNumbers(numbers.with(i, event.currentTarget.value))}
          onPaste={(event) => {
            if (paste(event.clipboardData.getData('text/plain'), i)) event.preventDefault();
          }}
        />
      ))}
    </Frame>
  );
}

interface ReasonProps extends Shared {
  words: { title: string; text: string; button: string };
  needed?: boolean;
  onSend: (reason: string) => void;
}

export function ReasonDialog({ words, needed = false, onSend, ...shared }: ReasonProps) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  return (
    <Frame
      words={words}
      onSubmit={() => {
        setAsked(true);
        if (reason.trim() || !needed) onSend(reason.trim());
      }}
      {...shared}
    >
      <Textarea
        label={text.reason}
        withAsterisk={needed}
        rows={2}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={asked && needed && !reason.trim() ? text.reasonNeeded : undefined}
        data-autofocus
      />
    </Frame>
  );
}
