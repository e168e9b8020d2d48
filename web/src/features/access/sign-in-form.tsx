import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { needed } from '@/lib/fields';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import { setupOptions, useSignIn } from './queries';
import { ru } from './ru';

const schema = z.object({
  userName: needed(ru.required),
  password: z.string().check(z.minLength(1, ru.required)),
});

export function SignInForm({ onDone }: { onDone: () => void }) {
  const setup = useQuery(setupOptions());
  const signIn = useSignIn();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { userName: '', password: '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  function submit(values: { userName: string; password: string }) {
    if (!signIn.isPending)
      signIn.mutate({ body: { ...values, userName: values.userName.trim() } }, { onSuccess: onDone });
  }
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="md">
        {setup.data?.needed ? <Note title={ru.signIn.setupNeeded}>{ru.signIn.setupHint}</Note> : null}
        {signIn.error ? <ProblemAlert error={signIn.error} /> : null}
        <TextInput
          label={ru.signIn.userName}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          key={form.key('userName')}
          {...form.getInputProps('userName')}
        />
        <PasswordInput
          label={ru.signIn.password}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Показать введённое' }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={signIn.isPending} fullWidth size="md">
          {ru.signIn.submit}
        </Button>
        <p style={{ margin: 0, color: 'var(--o-ink-soft)', fontSize: '0.8125rem' }}>{ru.signIn.forgotten}</p>
      </Stack>
    </form>
  );
}
