import { Button, Group, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { fieldErrors, type Problem } from '@/api/problem';
import { Dialog } from './dialog';
import { ProblemAlert } from './problem-alert';
import { ru } from './ru';

interface Props<Values extends object> {
  words: { title: string; text?: string; button: string };
  form: UseFormReturnType<Values>;
  change: Pick<UseMutationResult<unknown, Problem, Values>, 'mutate' | 'isPending' | 'error'>;
  /** There is no way back. */
  grave?: boolean;
  size?: 'md' | 'lg';
  onClose: () => void;
  children?: ReactNode;
}

/** Errors of the server by field; what a body sends one step deeper has no step here. */
const errorsOf = (problem: Problem, fields: object) =>
  Object.fromEntries(
    Object.entries(fieldErrors(problem)).map(([field, said]) => [
      field in fields ? field : field.replace(/^[^.]+\./, ''),
      said,
    ]),
  );

/** What every change in a dialog has in common: a sentence, a few fields, two buttons. */
export function ChangeDialog<Values extends object>(props: Props<Values>) {
  const { words, form, change, grave = false, size = 'md', onClose, children } = props;
  return (
    <Dialog title={words.title} size={size} onClose={onClose}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          if (!change.isPending)
            change.mutate(values, { onError: (problem) => form.setErrors(errorsOf(problem, values)) });
        })}
      >
        <Stack>
          {words.text ? <p style={{ margin: 0 }}>{words.text}</p> : null}
          {change.error && !change.error.errors?.length ? <ProblemAlert error={change.error} /> : null}
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {ru.cancel}
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
