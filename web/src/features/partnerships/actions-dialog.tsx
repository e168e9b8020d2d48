import { ActionIcon, Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { revisePartnershipActions } from '@/api/gen/sdk.gen';
import type { PartnershipDetails } from '@/api/gen/types.gen';
import { fieldErrors } from '@/api/problem';
import { limited, needed } from '@/lib/fields';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import classes from './partnerships.module.css';
import { actionWords, form as text } from './ru';
import { usePartnershipChange } from './use-partnership-change';

const longest = 2_000;

const schema = z.object({
  actions: z.array(
    z.object({
      key: z.string(),
      id: z.nullable(z.string()),
      text: needed(text.required, longest),
      dueOn: z.nullable(z.string()),
      doneOn: z.nullable(z.string()),
      outcome: limited(longest),
    }),
  ),
});
type Values = z.infer<typeof schema>;

const fresh = () => ({ key: crypto.randomUUID(), id: null, text: '', dueOn: null, doneOn: null, outcome: '' });

/** All joint actions of an agreement at once: planned, done, struck out. */
export function ActionsDialog({ partnership, onClose }: { partnership: PartnershipDetails; onClose: () => void }) {
  const change = usePartnershipChange<Values>(
    partnership,
    async ({ actions }, version) => {
      const body = {
        actions: actions.map(({ id, text: what, dueOn, doneOn, outcome }) => ({
          id,
          text: what,
          dueOn: dueOn || null,
          doneOn: doneOn || null,
          outcome: outcome || null,
        })),
      };
      const path = { id: partnership.id };
      return (await revisePartnershipActions({ path, headers: ifMatch(version), body, throwOnError: true })).data;
    },
    actionWords.saved,
    onClose,
  );
  const form = useForm<Values>({
    initialValues: {
      actions:
        partnership.jointActions.length > 0
          ? partnership.jointActions.map((action) => ({ ...action, key: action.id, outcome: action.outcome ?? '' }))
          : [fresh()],
    },
    validate: schemaResolver(schema, { sync: true }),
  });
  const input = (i: number, name: string) => form.getInputProps(`actions.${i}.${name}`);
  return (
    <Dialog title={actionWords.title} size="lg" onClose={onClose}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          if (!change.isPending)
            change.mutate(schema.parse(values), { onError: (problem) => form.setErrors(fieldErrors(problem)) });
        })}
      >
        <Stack>
          {change.error && !change.error.errors?.length ? <ProblemAlert error={change.error} /> : null}
          {form.values.actions.map((action, i) => (
            <fieldset key={action.key} className={classes.action}>
              <legend>{actionWords.number(i + 1)}</legend>
              <Textarea label={actionWords.text} autosize minRows={1} withAsterisk {...input(i, 'text')} />
              <div className={classes.days}>
                <DateField label={actionWords.due} clearable {...input(i, 'dueOn')} />
                <DateField label={actionWords.done} clearable {...input(i, 'doneOn')} />
                <TextInput label={actionWords.outcome} {...input(i, 'outcome')} />
                <ActionIcon
                  variant="default"
                  size={36}
                  aria-label={actionWords.remove(action.text)}
                  onClick={() => form.removeListItem('actions', i)}
                >
                  <IconTrash size={18} aria-hidden="true" />
                </ActionIcon>
              </div>
            </fieldset>
          ))}
          <div>
            <Button
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden="true" />}
              onClick={() => form.insertListItem('actions', fresh())}
            >
              {actionWords.add}
            </Button>
          </div>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {actionWords.cancel}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {actionWords.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
