import { Button, Group, Stack, Textarea } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { retireIndicator } from '@/api/gen/sdk.gen';
import type { IndicatorDetails } from '@/api/gen/types.gen';
import { fieldErrors } from '@/api/problem';
import { needed } from '@/lib/fields';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { card, form as formText, retiring as text } from './ru';
import { useDefinitionChange } from './use-definition-change';

const schema = z.object({ fromOn: needed(formText.required), reason: needed(formText.required, 500) });
type Values = z.infer<typeof schema>;

export function RetireDialog({ indicator, onClose }: { indicator: IndicatorDetails; onClose: () => void }) {
  const retire = useDefinitionChange<Values>(
    indicator,
    async (body, version) => {
      const path = { id: indicator.id };
      return (await retireIndicator({ path, headers: ifMatch(version), body, throwOnError: true })).data;
    },
    text.done,
    onClose,
  );
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: { fromOn: '', reason: '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  return (
    <Dialog title={text.title(indicator.name)} onClose={onClose}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          if (!retire.isPending)
            retire.mutate(schema.parse(values), { onError: (problem) => form.setErrors(fieldErrors(problem)) });
        })}
      >
        <Stack>
          <p style={{ margin: 0 }}>{text.text}</p>
          {retire.error && !retire.error.errors?.length ? <ProblemAlert error={retire.error} /> : null}
          <DateField
            label={text.fields.fromOn}
            description={text.fromHint}
            withAsterisk
            key={form.key('fromOn')}
            {...form.getInputProps('fromOn')}
          />
          <Textarea
            label={text.fields.reason}
            description={text.reasonHint}
            rows={2}
            withAsterisk
            key={form.key('reason')}
            {...form.getInputProps('reason')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {formText.cancel}
            </Button>
            <Button type="submit" loading={retire.isPending}>
              {card.retire}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
