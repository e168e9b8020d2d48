import { Button, Group, Stack, Textarea } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { terminatePartnership } from '@/api/gen/sdk.gen';
import type { PartnershipDetails } from '@/api/gen/types.gen';
import { fieldErrors } from '@/api/problem';
import { needed } from '@/lib/fields';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { ending, form as text } from './ru';
import { usePartnershipChange } from './use-partnership-change';

const schema = z.object({ on: needed(text.required), reason: needed(text.required, 2_000) });
type Values = z.infer<typeof schema>;

/** Ends an agreement before its term. */
export function TerminateDialog({ partnership, onClose }: { partnership: PartnershipDetails; onClose: () => void }) {
  const change = usePartnershipChange<Values>(
    partnership,
    async (body, version) => {
      const path = { id: partnership.id };
      return (await terminatePartnership({ path, headers: ifMatch(version), body, throwOnError: true })).data;
    },
    ending.saved,
    onClose,
  );
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: { on: new Date().toLocaleDateString('sv-SE'), reason: '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  return (
    <Dialog title={ending.title} onClose={onClose}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          if (!change.isPending) change.mutate(values, { onError: (problem) => form.setErrors(fieldErrors(problem)) });
        })}
      >
        <Stack>
          <p style={{ margin: 0 }}>{ending.text}</p>
          {change.error && !change.error.errors?.length ? <ProblemAlert error={change.error} /> : null}
          <DateField label={ending.on} withAsterisk key={form.key('on')} {...form.getInputProps('on')} />
          <Textarea
            label={ending.reason}
            description={ending.hint}
            rows={3}
            withAsterisk
            data-autofocus
            key={form.key('reason')}
            {...form.getInputProps('reason')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text.back}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {ending.button}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
