import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { revisePerson } from '@/api/gen/sdk.gen';
import type { PersonDetails } from '@/api/gen/types.gen';
import { fieldErrors } from '@/api/problem';
import { limited, needed } from '@/lib/fields';
import { ProblemAlert } from '@/ui/problem-alert';
import { ru } from './ru';
import { usePersonChange } from './use-person-change';

const schema = z.object({ displayName: needed(ru.person.required), email: limited(200) });
type Values = z.infer<typeof schema>;

export function EditPerson({ person, onClose }: { person: PersonDetails; onClose: () => void }) {
  const change = usePersonChange<Values>(
    person,
    async ({ displayName, email }, version) => {
      const body = { displayName, email: email || null };
      return (await revisePerson({ path: { id: person.id }, headers: ifMatch(version), body, throwOnError: true }))
        .data;
    },
    ru.person.saved,
    onClose,
  );
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: { displayName: person.displayName, email: person.email ?? '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  return (
    <Modal opened onClose={onClose} title={ru.person.editTitle} closeButtonProps={{ 'aria-label': ru.person.close }}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          if (!change.isPending)
            change.mutate(schema.parse(values), { onError: (problem) => form.setErrors(fieldErrors(problem)) });
        })}
      >
        <Stack>
          {change.error && !change.error.errors?.length ? <ProblemAlert error={change.error} /> : null}
          <TextInput
            label={ru.person.displayName}
            key={form.key('displayName')}
            {...form.getInputProps('displayName')}
          />
          <TextInput label={ru.person.email} type="email" key={form.key('email')} {...form.getInputProps('email')} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {ru.person.cancel}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {ru.person.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
