import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { subjectsOptions } from '@/api/dictionaries';
import { addDeficit, reviseDeficit } from '@/api/gen/sdk.gen';
import type { DeficitSummary } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { needed } from '@/lib/fields';
import { ChangeDialog } from '@/ui/change-dialog';
import { doneToast } from '@/ui/toast';
import { diagnosticsChanged } from './queries';
import { deficitKinds, ru, dictionary as text } from './ru';
import { kinds } from './search';

const schema = z.object({
  code: z.string().check(z.refine((code) => /^[\p{L}\p{N}.-]{1,30}$/u.test(code.trim()), text.code)),
  name: needed(text.required, 300),
  kind: z.enum(kinds),
  subject: z.nullable(z.string()),
  retired: z.boolean(),
});
type Values = z.infer<typeof schema>;

/** A deficit is added or corrected; its code stands. */
export function DeficitDialog({ deficit, onClose }: { deficit?: DeficitSummary; onClose: () => void }) {
  const queryClient = useQueryClient();
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const change = useMutation<unknown, Problem, Values>({
    mutationKey: ['change-deficit', deficit?.id],
    mutationFn: ({ code, name, kind, subject, retired }) => {
      const facts = { name: name.trim(), kind, subject: subject || null };
      return deficit
        ? reviseDeficit({
            path: { id: deficit.id },
            headers: ifMatch(deficit.version),
            body: { facts, retired },
            throwOnError: true,
          })
        : addDeficit({ body: { code: code.trim(), facts }, throwOnError: true });
    },
    onSuccess: async () => {
      await diagnosticsChanged(queryClient);
      doneToast(deficit ? text.saved : text.added);
      onClose();
    },
    onError: (problem) => (problem.status === 412 ? diagnosticsChanged(queryClient) : undefined),
  });
  const form = useForm<Values>({
    initialValues: {
      code: deficit?.code ?? '',
      name: deficit?.name ?? '',
      kind: deficit?.kind ?? 'Subject',
      subject: deficit?.subject ?? null,
      retired: Boolean(deficit?.retiredOn),
    },
    validate: schemaResolver(schema, { sync: true }),
  });
  return (
    <ChangeDialog
      words={{ title: deficit ? text.change : text.add, button: text.save }}
      form={form}
      change={change}
      onClose={onClose}
    >
      <Textarea label={text.fields.name} rows={2} withAsterisk data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={text.fields.code}
        description={text.codeHint}
        withAsterisk
        disabled={Boolean(deficit)}
        {...form.getInputProps('code')}
      />
      <Select
        label={text.fields.kind}
        data={kinds.map((value) => ({ value, label: deficitKinds[value] }))}
        allowDeselect={false}
        {...form.getInputProps('kind')}
      />
      <Select
        label={text.fields.subject}
        placeholder={text.noSubject}
        data={subjects.map(({ code, name }) => ({ value: code, label: name }))}
        clearable
        searchable
        clearButtonProps={{ 'aria-label': ru.clear(text.fields.subject) }}
        {...form.getInputProps('subject')}
      />
      {deficit ? <Checkbox label={text.retiredCheck} {...form.getInputProps('retired', { type: 'checkbox' })} /> : null}
    </ChangeDialog>
  );
}
