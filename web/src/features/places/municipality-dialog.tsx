import { Button, Group, Stack, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { municipalitiesOptions } from '@/api/dictionaries';
import { registerMunicipality, renameMunicipality } from '@/api/gen/sdk.gen';
import type { MunicipalitySummary } from '@/api/gen/types.gen';
import { fieldErrors, type Problem } from '@/api/problem';
import { useMe } from '@/api/session';
import { needed } from '@/lib/fields';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import { ru } from './ru';

const schema = z.object({
  name: needed(ru.required),
  code: z.string().check(z.trim(), z.regex(/^(\d{8}|\d{11})$/, ru.codeWrong)),
});
type Values = z.infer<typeof schema>;

interface Props {
  /** The one to rename; without it a new one is registered. */
  municipality: MunicipalitySummary | undefined;
  onClose: () => void;
}

export function MunicipalityDialog({ municipality, onClose }: Props) {
  const { region } = useMe();
  const queryClient = useQueryClient();
  const save = useMutation<unknown, Problem, Values>({
    mutationKey: ['save-municipality'],
    mutationFn: ({ code, name }) =>
      municipality
        ? renameMunicipality({ path: { code: municipality.code }, body: { name }, throwOnError: true })
        : registerMunicipality({ body: { code, name, regionCode: region.code }, throwOnError: true }),
    onSuccess: async () => {
      // The name stands in lists, cards and charts alike.
      await queryClient.invalidateQueries({ queryKey: municipalitiesOptions().queryKey });
      void queryClient.invalidateQueries();
      doneToast(municipality ? ru.renamed : ru.added);
      onClose();
    },
    onError: (problem) => form.setErrors(fieldErrors(problem)),
  });
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: { name: municipality?.name ?? '', code: municipality?.code ?? '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  const told = save.error && Object.keys(fieldErrors(save.error)).some((field) => field in ru.fields);
  return (
    <Dialog onClose={onClose} title={municipality ? ru.renameOf(municipality.name) : ru.add}>
      <form
        noValidate
        onSubmit={form.onSubmit(
          (values) => {
            if (!save.isPending) save.mutate(schema.parse(values));
          },
          (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus(),
        )}
      >
        <Stack>
          {save.error && !told ? <ProblemAlert error={save.error} /> : null}
          {municipality ? (
            <p style={{ margin: 0 }}>{ru.renameHint}</p>
          ) : (
            <TextInput
              label={ru.fields.code}
              description={ru.codeHint}
              inputMode="numeric"
              data-autofocus
              withAsterisk
              key={form.key('code')}
              {...form.getInputProps('code')}
            />
          )}
          <TextInput
            label={ru.fields.name}
            description={ru.nameHint}
            data-autofocus={municipality ? true : undefined}
            withAsterisk
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {ru.cancel}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {municipality ? ru.save : ru.add}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
