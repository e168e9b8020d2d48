import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { z } from 'zod/mini';
import type { LookAtLinkLinkView } from '@/api/gen/types.gen';
import { fieldErrors } from '@/api/problem';
import { ProblemAlert } from '@/ui/problem-alert';
import { useLink } from './queries';
import { ru } from './ru';

const schema = z
  .object({ password: z.string().check(z.minLength(12, ru.shortPassword)), repeat: z.string() })
  .check(z.refine(({ password, repeat }) => password === repeat, { path: ['repeat'], error: ru.join.differs }));
type Values = z.infer<typeof schema>;

interface Props {
  token: string;
  view: LookAtLinkLinkView;
  onDone: (signedIn: boolean) => void;
}

/** The password of whoever holds a one-time link. */
export function JoinForm({ token, view, onDone }: Props) {
  const use = useLink();
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: { password: '', repeat: '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  function submit({ password }: Values) {
    if (use.isPending) return;
    use.mutate(
      { body: { token, password } },
      {
        onSuccess: ({ signedIn }) => onDone(signedIn),
        onError: (problem) => form.setErrors(fieldErrors(problem)),
      },
    );
  }
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="md">
        {use.error && !use.error.errors?.length ? <ProblemAlert error={use.error} /> : null}
        <TextInput
          label={ru.signIn.userName}
          description={ru.join.userNameHint}
          autoComplete="username"
          value={view.userName}
          readOnly
        />
        <PasswordInput
          label={ru.join.password}
          description={ru.join.passwordHint}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Показать введённое' }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <PasswordInput
          label={ru.join.repeat}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Показать введённое' }}
          key={form.key('repeat')}
          {...form.getInputProps('repeat')}
        />
        <Button type="submit" loading={use.isPending} fullWidth size="md">
          {ru.join.submit}
        </Button>
      </Stack>
    </form>
  );
}
