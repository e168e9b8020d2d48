import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { changePasswordMutation } from '@/api/gen/@tanstack/react-query.gen';
import { fieldErrors } from '@/api/problem';
import { useMe } from '@/api/session';
import { Card } from '@/ui/card';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import { useSessionsChange } from './queries';
import { ru } from './ru';

const schema = z.object({
  current: z.string().check(z.minLength(1, ru.required)),
  new: z.string().check(z.minLength(12, ru.password.short)),
});
type Values = z.infer<typeof schema>;

export function PasswordForm() {
  const { userName } = useMe();
  const sessionsChanged = useSessionsChange();
  const change = useMutation({ ...changePasswordMutation(), mutationKey: ['change-password'] });
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: { current: '', new: '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  function submit(body: Values) {
    if (change.isPending) return;
    change.mutate(
      { body },
      {
        onSuccess: () => {
          form.reset();
          doneToast(ru.password.saved);
          void sessionsChanged();
        },
        onError: (problem) => form.setErrors(fieldErrors(problem)),
      },
    );
  }
  return (
    <Card title={ru.password.title}>
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <Stack gap="sm">
          {change.error ? <ProblemAlert error={change.error} /> : null}
          {/* Password managers need to know whose password it is. */}
          <input type="hidden" name="username" autoComplete="username" value={userName} readOnly />
          <PasswordInput
            label={ru.password.current}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': ru.password.show }}
            key={form.key('current')}
            {...form.getInputProps('current')}
          />
          <PasswordInput
            label={ru.password.wanted}
            description={ru.password.hint}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': ru.password.show }}
            key={form.key('new')}
            {...form.getInputProps('new')}
          />
          <Group>
            <Button type="submit" loading={change.isPending}>
              {ru.password.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
