import { Button, Group, Stack, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { reviseMeMutation } from '@/api/gen/@tanstack/react-query.gen';
import { fieldErrors } from '@/api/problem';
import { useMe } from '@/api/session';
import { needed } from '@/lib/fields';
import { Card } from '@/ui/card';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import { useMeChange } from './queries';
import { ru } from './ru';

const schema = z.object({ displayName: needed(ru.required) });

export function NameForm() {
  const me = useMe();
  const change = useMeChange();
  const revise = useMutation({ ...reviseMeMutation(), mutationKey: ['revise-me'] });
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { displayName: me.displayName },
    validate: schemaResolver(schema, { sync: true }),
  });
  function submit(values: { displayName: string }) {
    if (revise.isPending) return;
    revise.mutate(
      { headers: ifMatch(me.version), body: schema.parse(values) },
      {
        onSuccess: (name) => {
          change(name);
          doneToast(ru.name.saved);
        },
        onError: (problem) => form.setErrors(fieldErrors(problem)),
      },
    );
  }
  return (
    <Card title={ru.name.title}>
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <Stack gap="sm">
          {revise.error ? <ProblemAlert error={revise.error} /> : null}
          <TextInput
            label={ru.name.displayName}
            description={ru.name.hint}
            autoComplete="name"
            key={form.key('displayName')}
            {...form.getInputProps('displayName')}
          />
          <p style={{ margin: 0, color: 'var(--o-ink-soft)' }}>
            {ru.name.userName}: {me.userName}
          </p>
          <Group>
            <Button type="submit" loading={revise.isPending}>
              {ru.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
