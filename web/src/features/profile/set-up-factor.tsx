import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { confirmAuthenticatorMutation, startAuthenticatorMutation } from '@/api/gen/@tanstack/react-query.gen';
import type { StartAuthenticatorNewAuthenticator as NewAuthenticator } from '@/api/gen/types.gen';
import { fieldErrors } from '@/api/problem';
import { ProblemAlert } from '@/ui/problem-alert';
import classes from './profile.module.css';
import { ProofForm } from './proof-form';
import { ru } from './ru';

/** Password, then picture and first code; ends with the recovery codes. */
export function SetUpFactor({ onCodes }: { onCodes: (codes: readonly string[]) => void }) {
  const [made, setMade] = useState<NewAuthenticator | null>(null);
  const start = useMutation({ ...startAuthenticatorMutation(), mutationKey: ['start-authenticator'] });
  if (made) return <Confirm made={made} onCodes={onCodes} />;
  return (
    <ProofForm
      submitLabel={ru.factor.start}
      pending={start.isPending}
      error={start.error}
      onProof={({ password }, onError) => start.mutate({ body: { password } }, { onSuccess: setMade, onError })}
    />
  );
}

function Confirm({ made, onCodes }: { made: NewAuthenticator; onCodes: (codes: readonly string[]) => void }) {
  const confirm = useMutation({ ...confirmAuthenticatorMutation(), mutationKey: ['confirm-authenticator'] });
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { code: '' },
    validate: { code: (value) => (value.trim() ? null : ru.required) },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((body) => {
        if (confirm.isPending) return;
        confirm.mutate(
          { body },
          {
            onSuccess: ({ codes }) => onCodes(codes),
            onError: (problem) => form.setErrors(fieldErrors(problem)),
          },
        );
      })}
    >
      <Stack gap="sm">
        {confirm.error ? <ProblemAlert error={confirm.error} /> : null}
        <p style={{ margin: 0 }}>{ru.factor.scan}</p>
        <img
          className={classes.qr}
          src={`data:image/svg+xml,${encodeURIComponent(made.qrSvg)}`}
          alt={ru.factor.picture}
        />
        <p style={{ margin: 0 }}>
          {ru.factor.typed} <strong className={classes.secret}>{made.secret}</strong>
        </p>
        <TextInput
          label={ru.factor.code}
          description={ru.factor.codeHint}
          inputMode="numeric"
          autoComplete="one-time-code"
          data-autofocus
          key={form.key('code')}
          {...form.getInputProps('code')}
        />
        <Group>
          <Button type="submit" loading={confirm.isPending}>
            {ru.factor.confirm}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
