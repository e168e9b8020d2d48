import { Button, Group, Modal, Stack } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod/mini';
import { listColleaguesQuery } from '@/api/gen/@tanstack/react-query.gen';
import { delegateRights, endDelegation } from '@/api/gen/sdk.gen';
import type { Delegation, PersonName } from '@/api/gen/types.gen';
import { fieldErrors, type Problem } from '@/api/problem';
import { roleNames } from '@/api/terms';
import { needed } from '@/lib/fields';
import { formatDay } from '@/lib/format';
import { Card } from '@/ui/card';
import { DateField } from '@/ui/date-field';
import { ProblemAlert } from '@/ui/problem-alert';
import { SearchSelect } from '@/ui/search-select';
import { doneToast } from '@/ui/toast';
import { delegationsChanged, delegationsOptions } from './queries';
import { ru } from './ru';

/** Own rights with a colleague while away, and those of colleagues with oneself. */
export function DelegationCard() {
  const { data } = useQuery(delegationsOptions());
  const [adding, setAdding] = useState(false);
  return (
    <Card
      title={ru.delegation.title}
      aside={
        <Button size="xs" variant="default" onClick={() => setAdding(true)}>
          {ru.delegation.add}
        </Button>
      }
    >
      <Stack gap="sm">
        <p style={{ margin: 0 }}>{ru.delegation.text}</p>
        {data ? (
          <>
            <Lent title={ru.delegation.lent} rows={data.lent} mine />
            <Lent title={ru.delegation.borrowed} rows={data.borrowed} />
            {data.lent.length + data.borrowed.length === 0 ? <p style={{ margin: 0 }}>{ru.delegation.none}</p> : null}
          </>
        ) : null}
      </Stack>
      {adding ? <DelegateDialog onClose={() => setAdding(false)} /> : null}
    </Card>
  );
}

function Lent({ title, rows, mine = false }: { title: string; rows: readonly Delegation[]; mine?: boolean }) {
  const queryClient = useQueryClient();
  const end = useMutation<unknown, Problem, string>({
    mutationKey: ['end-delegation'],
    mutationFn: (personId) => endDelegation({ path: { personId }, throwOnError: true }),
    onSuccess: async () => {
      await delegationsChanged(queryClient);
      doneToast(ru.delegation.ended);
    },
  });
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <b>{title}</b>
      {end.error ? <ProblemAlert error={end.error} /> : null}
      <ul style={{ margin: '4px 0 0', paddingLeft: 20 }}>
        {rows.map(({ person, roles, fromOn, toOn, holdsNow }) => (
          <li key={`${person.id}-${fromOn}`}>
            {person.name}: {roles.map((role) => roleNames[role].toLowerCase()).join(', ')},{' '}
            {ru.delegation.days(formatDay(fromOn), formatDay(toOn))} (
            {holdsNow ? ru.delegation.now : ru.delegation.ahead}){' '}
            {mine ? (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={`${ru.delegation.end}: ${person.name}`}
                loading={end.isPending}
                onClick={() => end.mutate(person.id)}
              >
                {ru.delegation.end}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

const schema = z.object({
  toPersonId: needed(ru.person.required),
  fromOn: needed(ru.person.required),
  toOn: needed(ru.person.required),
});
type Values = z.infer<typeof schema>;

function DelegateDialog({ onClose }: { onClose: () => void }) {
  const queryClient = useQueryClient();
  const lend = useMutation<unknown, Problem, Values>({
    mutationKey: ['delegate'],
    mutationFn: (body) => delegateRights({ body, throwOnError: true }),
    onSuccess: async () => {
      await delegationsChanged(queryClient);
      doneToast(ru.delegation.done);
      onClose();
    },
  });
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: { toPersonId: '', fromOn: '', toOn: '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  return (
    <Modal opened onClose={onClose} title={ru.delegation.add} closeButtonProps={{ 'aria-label': ru.person.close }}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          if (!lend.isPending) lend.mutate(values, { onError: (problem) => form.setErrors(fieldErrors(problem)) });
        })}
      >
        <Stack>
          {lend.error && !lend.error.errors?.length ? <ProblemAlert error={lend.error} /> : null}
          <SearchSelect
            label={ru.delegation.to}
            find={(search) => listColleaguesQuery({ query: { search: search || undefined } }) as never}
            toOptions={(people: PersonName[]) => people.map(({ id, name }) => ({ value: id, label: name }))}
            nothing={ru.person.nothing}
            key={form.key('toPersonId')}
            {...form.getInputProps('toPersonId')}
          />
          <DateField label={ru.person.fromOn} key={form.key('fromOn')} {...form.getInputProps('fromOn')} />
          <DateField label={ru.person.toOn} key={form.key('toOn')} {...form.getInputProps('toOn')} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {ru.person.cancel}
            </Button>
            <Button type="submit" loading={lend.isPending}>
              {ru.delegation.add}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
