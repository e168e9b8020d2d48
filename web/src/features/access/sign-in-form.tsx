import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod/mini';
import { needed } from '@/lib/fields';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import { CodeStep } from './code-step';
import { setupOptions, signInWaysOptions, useSignIn } from './queries';
import { ru } from './ru';

const schema = z.object({
  userName: needed(ru.required),
  password: z.string().check(z.minLength(1, ru.required)),
});

interface Props {
  /** Address to come back to from an external provider. */
  returnTo: string;
  externalFailed: boolean;
  onDone: () => void;
}

export function SignInForm({ returnTo, externalFailed, onDone }: Props) {
  const setup = useQuery(setupOptions());
  const external = useQuery(signInWaysOptions()).data?.external;
  const [passed, setPassed] = useState<{ userName: string; password: string } | null>(null);
  const signIn = useSignIn();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { userName: '', password: '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  function submit(values: { userName: string; password: string; code?: string }) {
    if (signIn.isPending) return;
    const body = { ...values, userName: values.userName.trim() };
    signIn.mutate(
      { body },
      {
        onSuccess: onDone,
        onError: ({ code }) => {
          if (code === 'second-factor-required') setPassed(body);
        },
      },
    );
  }
  if (passed) {
    // That a code is needed is said by the step itself.
    const refused = signIn.error && signIn.error.code !== 'second-factor-required' ? signIn.error : null;
    return (
      <Stack gap="md">
        {refused ? <ProblemAlert error={refused} /> : null}
        <CodeStep
          userName={passed.userName}
          pending={signIn.isPending}
          onCode={(code) => submit({ ...passed, code })}
          onBack={() => {
            setPassed(null);
            signIn.reset();
          }}
        />
      </Stack>
    );
  }
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="md">
        {setup.data?.needed ? <Note title={ru.signIn.setupNeeded}>{ru.signIn.setupHint}</Note> : null}
        {externalFailed && !signIn.error ? <Note tone="bad">{ru.signIn.externalFailed}</Note> : null}
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
        {external ? (
          <Button
            component="a"
            href={`/api/v1/session/external?returnUrl=${encodeURIComponent(returnTo)}`}
            variant="default"
            fullWidth
            size="md"
          >
            {external}
          </Button>
        ) : null}
        <Link to="/forgot">{ru.signIn.forgotten}</Link>
      </Stack>
    </form>
  );
}
