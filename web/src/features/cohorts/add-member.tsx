import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { listSchoolsQuery } from '@/api/gen/@tanstack/react-query.gen';
import { addCohortMember } from '@/api/gen/sdk.gen';
import type { CohortSummary, ListedSchool } from '@/api/gen/types.gen';
import { fieldErrors } from '@/api/problem';
import { useMe } from '@/api/session';
import { categories, categoryName } from '@/api/terms';
import { limited, needed } from '@/lib/fields';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { SearchSelect } from '@/ui/search-select';
import { ChangeProblem } from './change-problem';
import { ru } from './ru';
import { useMemberChange } from './use-member-change';

const schema = z.object({
  schoolId: needed(ru.form.required),
  category: z.enum(categories),
  enteredOn: needed(ru.form.required),
  reason: limited(500),
});
type Values = z.infer<typeof schema>;

export function AddMember({ cohort, onClose }: { cohort: CohortSummary; onClose: () => void }) {
  const { region } = useMe();
  const change = useMemberChange<Values>(
    cohort,
    async (values, version) => {
      const body = { ...values, reason: values.reason.trim() || null };
      return (await addCohortMember({ path: { id: cohort.id }, headers: ifMatch(version), body, throwOnError: true }))
        .data;
    },
    ru.added,
    onClose,
  );
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: { schoolId: '', category: 'LowResults', enteredOn: cohort.orderDate, reason: '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  const input = (name: keyof Values) => form.getInputProps(name);
  return (
    <Dialog onClose={onClose} title={ru.addTitle}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          if (!change.isPending) change.mutate(values, { onError: (problem) => form.setErrors(fieldErrors(problem)) });
        })}
      >
        <Stack>
          <ChangeProblem problem={change.error} />
          <SearchSelect
            label={ru.school}
            placeholder={ru.schoolPlaceholder}
            find={(search) =>
              listSchoolsQuery({ query: { search: search || undefined, state: 'Open', pageSize: 20 } }) as never
            }
            toOptions={(page: { items: ListedSchool[] }) =>
              page.items.map(({ id, name, municipality }) => ({ value: id, label: `${name}, ${municipality.name}` }))
            }
            nothing={ru.nothing}
            key={form.key('schoolId')}
            {...input('schoolId')}
          />
          <Select
            label={ru.category}
            allowDeselect={false}
            data={categories.map((value) => ({ value, label: categoryName(value, region) }))}
            key={form.key('category')}
            {...input('category')}
          />
          <DateField label={ru.enteredOn} key={form.key('enteredOn')} {...input('enteredOn')} />
          <Textarea label={ru.reason} rows={2} key={form.key('reason')} {...input('reason')} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {ru.form.cancel}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {ru.add}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
