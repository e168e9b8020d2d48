import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { createIndicatorSet, reviseIndicatorSet } from '@/api/gen/sdk.gen';
import type { IndicatorSetSummary } from '@/api/gen/types.gen';
import { fieldErrors, type Problem } from '@/api/problem';
import { useMe } from '@/api/session';
import { limited, needed } from '@/lib/fields';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import { definitionsChanged } from './queries';
import { form as formText, sets as text } from './ru';

const schema = z.object({
  code: z.string().check(z.trim(), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, formText.codeWrong)),
  name: needed(formText.required, 200),
  note: limited(2000),
});
type Values = z.infer<typeof schema>;

/** A new set, or another name of one that there is. */
export function SetDialog({ set, onClose }: { set?: IndicatorSetSummary; onClose: () => void }) {
  const queryClient = useQueryClient();
  const { region } = useMe();
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: { code: set?.code ?? '', name: set?.name ?? '', note: set?.note ?? '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  const save = useMutation<unknown, Problem, Values>({
    mutationKey: ['save-set', set?.id],
    mutationFn: async ({ code, name, note }) => {
      const called = { name: name.trim(), note: note.trim() || null };
      if (set)
        return reviseIndicatorSet({
          path: { id: set.id },
          headers: ifMatch(set.version),
          body: called,
          throwOnError: true,
        });
      return createIndicatorSet({
        body: { ...called, code: code.trim(), regionCode: region.code },
        throwOnError: true,
      });
    },
    onSuccess: async () => {
      onClose();
      doneToast(set ? text.saved : text.added);
      await definitionsChanged(queryClient);
    },
    onError: async (problem) => {
      form.setErrors(fieldErrors(problem));
      if (problem.status === 412) await definitionsChanged(queryClient);
    },
  });
  return (
    <Dialog title={set ? text.rename : text.add} onClose={onClose}>
      <form noValidate onSubmit={form.onSubmit((values) => (save.isPending ? undefined : save.mutate(values)))}>
        <Stack>
          {save.error && !save.error.errors?.length ? <ProblemAlert error={save.error} /> : null}
          <TextInput label={text.fields.name} withAsterisk key={form.key('name')} {...form.getInputProps('name')} />
          {set ? null : (
            <TextInput
              label={text.fields.code}
              description={text.codeHint}
              withAsterisk
              key={form.key('code')}
              {...form.getInputProps('code')}
            />
          )}
          <Textarea
            label={text.fields.note}
            description={text.noteHint}
            rows={3}
            key={form.key('note')}
            {...form.getInputProps('note')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {formText.cancel}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {formText.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
