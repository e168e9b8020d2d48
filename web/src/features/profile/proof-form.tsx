import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { fieldErrors, type Problem } from '@/api/problem';
import { ProblemAlert } from '@/ui/problem-alert';
import { ru } from './ru';

export interface Proof {
  password: string;
  code: string;
}

interface Props {
  submitLabel: string;
  /** Asks for a code beside the password. */
  withCode?: boolean;
  pending: boolean;
  error: Problem | null;
  onProof: (proof: Proof, onError: (problem: Problem) => void) => void;
  onCancel?: () => void;
}

/** The password again, before something that an unlocked computer alone must not allow. */
export function ProofForm({ submitLabel, withCode = false, pending, error, onProof, onCancel }: Props) {
  const form = useForm<Proof>({
    mode: 'uncontrolled',
    initialValues: { password: '', code: '' },
    validate: {
      password: (value) => (value ? null : ru.required),
      code: (value) => (withCode && !value.trim() ? ru.required : null),
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((proof) => {
        if (!pending) onProof(proof, (problem) => form.setErrors(fieldErrors(problem)));
      })}
    >
      <Stack gap="sm">
        {error ? <ProblemAlert error={error} /> : null}
        <PasswordInput
          label={ru.factor.password}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': ru.password.show }}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        {withCode ? (
          <TextInput
            label={ru.factor.codeOrRecovery}
            autoComplete="one-time-code"
            key={form.key('code')}
            {...form.getInputProps('code')}
          />
        ) : null}
        <Group justify={onCancel ? 'flex-end' : undefined}>
          {onCancel ? (
            <Button variant="default" onClick={onCancel}>
              {ru.cancel}
            </Button>
          ) : null}
          <Button type="submit" loading={pending}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
