import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { ru } from './ru';

interface Props {
  userName: string;
  pending: boolean;
  onCode: (code: string) => void;
  onBack: () => void;
}

/** The second step of sign-in: the code of the app, or a recovery code. */
export function CodeStep({ userName, pending, onCode, onBack }: Props) {
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { code: '' },
    validate: { code: (value) => (value.trim() ? null : ru.required) },
  });
  return (
    <form noValidate onSubmit={form.onSubmit(({ code }) => onCode(code.trim()))}>
      <Stack gap="md">
        <p style={{ margin: 0 }}>{ru.signIn.codeFor(userName)}</p>
        <TextInput
          label={ru.signIn.code}
          description={ru.signIn.codeHint}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          // The step replaces the form in which the person was typing.
          ref={(input) => input?.focus()}
          key={form.key('code')}
          {...form.getInputProps('code')}
        />
        <Button type="submit" loading={pending} fullWidth size="md">
          {ru.signIn.submit}
        </Button>
        <Button variant="subtle" onClick={onBack}>
          {ru.signIn.back}
        </Button>
      </Stack>
    </form>
  );
}
