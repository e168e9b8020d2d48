import { Button, Group, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { TeacherDetails } from '@/api/gen/types.gen';
import { fieldErrors, type Problem } from '@/api/problem';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { dialogs } from './ru';

interface Props<Values extends object> {
  words: { title: string; text?: string; button: string };
  form: UseFormReturnType<Values>;
  change: UseMutationResult<TeacherDetails, Problem, Values>;
  /** There is no way back. */
  grave?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** What every change of a teacher has in common: a sentence, a few fields, two buttons. */
export function ChangeDialog<Values extends object>(props: Props<Values>) {
  const { words, form, change, grave = false, onClose, children } = props;
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          if (!change.isPending) change.mutate(values, { onError: (problem) => form.setErrors(fieldErrors(problem)) });
        })}
      >
        <Stack>
          {words.text ? <p style={{ margin: 0 }}>{words.text}</p> : null}
          {change.error && !change.error.errors?.length ? <ProblemAlert error={change.error} /> : null}
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {dialogs.cancel}
            </Button>
            <Button type="submit" color={grave ? 'red' : undefined} loading={change.isPending}>
              {words.button}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
