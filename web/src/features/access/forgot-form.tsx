import { Button, Stack, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useSuspenseQuery } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { needed } from '@/lib/fields';
import { LinkButton } from '@/ui/link-button';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import { setupOptions, useForgotten } from './queries';
import { ru } from './ru';

const schema = z.object({ userName: needed(ru.required) });

/** The way to a new password: by mail, or through the people who hand out links while mail is off. */
export function ForgotForm() {
  const { mail } = useSuspenseQuery(setupOptions()).data;
  const ask = useForgotten();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { userName: '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  const back = (
    <LinkButton to="/sign-in" variant="default">
      {ru.forgot.back}
    </LinkButton>
  );
  if (!mail || ask.isSuccess) {
    return (
      <Stack gap="md">
        <Note alert={ask.isSuccess}>{mail ? ru.forgot.sent : ru.forgot.mailOff}</Note>
        {back}
      </Stack>
    );
  }
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => {
        if (!ask.isPending) ask.mutate({ body: schema.parse(values) });
      })}
    >
      <Stack gap="md">
        <p style={{ margin: 0 }}>{ru.forgot.mailOn}</p>
        {ask.error ? <ProblemAlert error={ask.error} /> : null}
        <TextInput
          label={ru.forgot.userName}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          key={form.key('userName')}
          {...form.getInputProps('userName')}
        />
        <Button type="submit" loading={ask.isPending} size="md">
          {ru.forgot.submit}
        </Button>
        {back}
      </Stack>
    </form>
  );
}
