import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useSuspenseQuery } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { municipalitiesOptions } from '@/api/dictionaries';
import { listSchoolsQuery } from '@/api/gen/@tanstack/react-query.gen';
import { giveGrant } from '@/api/gen/sdk.gen';
import type { PageOfListedSchool, PersonDetails } from '@/api/gen/types.gen';
import { fieldErrors } from '@/api/problem';
import { isRegional, useMe } from '@/api/session';
import { roleNames } from '@/api/terms';
import { DateField } from '@/ui/date-field';
import { ProblemAlert } from '@/ui/problem-alert';
import { SearchSelect } from '@/ui/search-select';
import { ru } from './ru';
import { personRoles } from './search';
import { usePersonChange } from './use-person-change';

const day = z.nullish(z.string());
const schema = z
  .object({
    role: z.enum(personRoles),
    school: z.nullish(z.string()),
    municipality: z.nullish(z.string()),
    fromOn: day,
    toOn: day,
  })
  .check(
    z.refine(({ role, school }) => role !== 'School' || Boolean(school), {
      path: ['school'],
      error: ru.person.required,
    }),
    z.refine(({ role, municipality }) => role !== 'Coordinator' || Boolean(municipality), {
      path: ['municipality'],
      error: ru.person.required,
    }),
  );
type Values = z.infer<typeof schema>;

/** One more role at a place, for good or for some days. */
export function GiveRole({ person, onClose }: { person: PersonDetails; onClose: () => void }) {
  const me = useMe();
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const change = usePersonChange<Values>(
    person,
    async ({ role, school, municipality, fromOn, toOn }, version) => {
      const place = (role === 'School' ? school : role === 'Coordinator' ? municipality : me.region.code) ?? '';
      const body = { role, place, fromOn: fromOn || null, toOn: toOn || null };
      return (await giveGrant({ path: { id: person.id }, headers: ifMatch(version), body, throwOnError: true })).data;
    },
    ru.person.granted,
    onClose,
  );
  const form = useForm<Values>({
    initialValues: { role: 'School', school: null, municipality: null, fromOn: null, toOn: null },
    validate: schemaResolver(schema, { sync: true }),
  });
  const { role } = form.values;
  const roles = isRegional(me) ? personRoles : personRoles.filter((one) => one === 'School');
  return (
    <Modal opened onClose={onClose} title={ru.person.addRole} closeButtonProps={{ 'aria-label': ru.person.close }}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          if (!change.isPending) change.mutate(values, { onError: (problem) => form.setErrors(fieldErrors(problem)) });
        })}
      >
        <Stack>
          {change.error ? <ProblemAlert error={change.error} /> : null}
          <Select
            label={ru.person.role}
            data={roles.map((value) => ({ value, label: roleNames[value] }))}
            allowDeselect={false}
            {...form.getInputProps('role')}
          />
          {role === 'School' ? (
            <SearchSelect
              label={ru.person.school}
              description={ru.person.schoolHint}
              find={(search) =>
                listSchoolsQuery({ query: { search: search || undefined, state: 'Open', pageSize: 20 } }) as never
              }
              toOptions={({ items }: PageOfListedSchool) =>
                items.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))
              }
              nothing={ru.person.nothing}
              {...form.getInputProps('school')}
            />
          ) : null}
          {role === 'Coordinator' ? (
            <Select
              label={ru.person.municipality}
              data={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
              searchable
              nothingFoundMessage={ru.person.nothing}
              {...form.getInputProps('municipality')}
            />
          ) : null}
          <DateField
            label={ru.person.fromOn}
            description={ru.person.daysHint}
            clearable
            {...form.getInputProps('fromOn')}
          />
          <DateField
            label={ru.person.toOn}
            description={ru.person.daysHint}
            clearable
            {...form.getInputProps('toOn')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {ru.person.cancel}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {ru.person.addRole}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
