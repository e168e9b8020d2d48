import { Button, Checkbox, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { municipalitiesOptions } from '@/api/dictionaries';
import type { ClientKind, ClientPermission } from '@/api/gen/types.gen';
import { fieldErrors, type Problem } from '@/api/problem';
import { useMe } from '@/api/session';
import { DateField } from '@/ui/date-field';
import { LeaveGuard } from '@/ui/leave-guard';
import { ProblemAlert } from '@/ui/problem-alert';
import { ofKind, permissions, ru, form as words } from './ru';

export interface ClientValues {
  name: string;
  kind: ClientKind;
  place: string;
  permissions: ClientPermission[];
  expiresOn: string | null;
  networks: string;
}

/** «10.0.0.0/8, 2001:db8::/32» as the list that is sent. */
export const networkList = (text: string) => text.split(/[\s,;]+/).filter(Boolean);

interface Props {
  initial: ClientValues;
  isNew: boolean;
  save: (values: ClientValues) => Promise<void>;
  pending: boolean;
  problem: Problem | null;
  onCancel: () => void;
}

export function ClientForm({ initial, isNew, save, pending, problem, onCancel }: Props) {
  const me = useMe();
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const saved = useRef(false);
  const [kind, setKind] = useState(initial.kind);
  const form = useForm<ClientValues>({
    mode: 'uncontrolled',
    initialValues: initial,
    validate: {
      name: (value) => (value.trim() ? null : words.required),
      place: (value) => (value ? null : words.required),
      permissions: (value) => (value.length > 0 ? null : words.choose),
    },
  });
  form.watch('kind', ({ value }) => {
    setKind(value);
    form.setFieldValue('permissions', ofKind[value]);
  });
  async function submit(values: ClientValues) {
    if (pending) return;
    saved.current = true;
    try {
      await save(values);
    } catch (error) {
      saved.current = false;
      const errors = fieldErrors(error as Problem);
      const network = Object.entries(errors).find(([field]) => field.startsWith('networks'))?.[1];
      form.setErrors(network ? { ...errors, networks: network } : errors);
    }
  }
  const told = problem?.errors?.length;
  return (
    <form
      noValidate
      style={{ maxWidth: 560 }}
      onSubmit={form.onSubmit(submit, (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus())}
    >
      <Stack>
        {problem && !told ? <ProblemAlert error={problem} /> : null}
        <TextInput
          label={words.name}
          description={words.nameHint}
          withAsterisk
          maxLength={200}
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        {isNew ? (
          <>
            <Select
              label={words.kind}
              allowDeselect={false}
              data={Object.entries(ru.kinds).map(([value, label]) => ({ value, label }))}
              key={form.key('kind')}
              {...form.getInputProps('kind')}
            />
            <Select
              label={words.place}
              description={words.placeHint}
              withAsterisk
              searchable
              data={[
                { value: me.region.code, label: words.wholeRegion(me.region.name) },
                ...municipalities.map(({ code, name }) => ({ value: code, label: name })),
              ]}
              key={form.key('place')}
              {...form.getInputProps('place')}
            />
          </>
        ) : null}
        <Checkbox.Group
          label={words.permissions}
          description={words.permissionsHint}
          withAsterisk
          key={form.key('permissions')}
          {...form.getInputProps('permissions')}
        >
          <Stack gap="xs" mt="xs">
            {ofKind[kind].map((value) => (
              <Checkbox
                key={value}
                value={value}
                label={permissions[value].name}
                description={permissions[value].means}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <DateField
          label={words.expiresOn}
          description={words.expiresHint}
          clearable
          key={form.key('expiresOn')}
          {...form.getInputProps('expiresOn')}
        />
        <Textarea
          label={words.networks}
          description={words.networksHint}
          rows={2}
          key={form.key('networks')}
          {...form.getInputProps('networks')}
        />
        <Group>
          <Button type="submit" loading={pending}>
            {isNew ? words.create : words.save}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
      <LeaveGuard dirty={() => !saved.current && form.isDirty()} message={words.leave} />
    </form>
  );
}
