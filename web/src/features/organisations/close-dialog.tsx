import { Button, Group, Stack, Textarea } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { closeOrganisation } from '@/api/gen/sdk.gen';
import type { OrganisationDetails } from '@/api/gen/types.gen';
import { fieldErrors } from '@/api/problem';
import { needed } from '@/lib/fields';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { card, closing, form as text } from './ru';
import { useOrganisationChange } from './use-organisation-change';

const schema = z.object({ closedOn: needed(text.required), reason: needed(text.required, 500) });
type Values = z.infer<typeof schema>;

export function CloseDialog({ organisation, onClose }: { organisation: OrganisationDetails; onClose: () => void }) {
  const close = useOrganisationChange<Values>(
    organisation,
    async (body, version) => {
      const path = { id: organisation.id };
      return (await closeOrganisation({ path, headers: ifMatch(version), body, throwOnError: true })).data;
    },
    closing.done,
    onClose,
  );
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: { closedOn: '', reason: '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  return (
    <Dialog title={closing.title(organisation.name)} onClose={onClose}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          if (!close.isPending)
            close.mutate(schema.parse(values), { onError: (problem) => form.setErrors(fieldErrors(problem)) });
        })}
      >
        <Stack>
          <p style={{ margin: 0 }}>{closing.text}</p>
          {close.error && !close.error.errors?.length ? <ProblemAlert error={close.error} /> : null}
          <DateField label={closing.on} withAsterisk key={form.key('closedOn')} {...form.getInputProps('closedOn')} />
          <Textarea
            label={closing.reason}
            description={closing.reasonHint}
            rows={2}
            withAsterisk
            key={form.key('reason')}
            {...form.getInputProps('reason')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button type="submit" loading={close.isPending}>
              {card.close}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
