import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { reviseCohortMember } from '@/api/gen/sdk.gen';
import type { CohortMemberDetails, CohortSummary } from '@/api/gen/types.gen';
import { fieldErrors } from '@/api/problem';
import { useMe } from '@/api/session';
import { categories, categoryName } from '@/api/terms';
import { limited, needed } from '@/lib/fields';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { ChangeProblem } from './change-problem';
import { ru } from './ru';
import { useMemberChange } from './use-member-change';

const schema = z.object({
  category: z.enum(categories),
  enteredOn: needed(ru.form.required),
  reason: limited(500),
});
type Values = z.infer<typeof schema>;

interface Props {
  cohort: CohortSummary;
  member: CohortMemberDetails;
  onClose: () => void;
}

/** Corrects why and since when a school is supported. */
export function ReviseMember({ cohort, member, onClose }: Props) {
  const { region } = useMe();
  const change = useMemberChange<Values>(
    cohort,
    async (values, version) => {
      const path = { id: cohort.id, schoolId: member.school.id };
      const body = { ...values, reason: values.reason.trim() || null };
      return (await reviseCohortMember({ path, headers: ifMatch(version), body, throwOnError: true })).data;
    },
    ru.revised,
    onClose,
  );
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: { category: member.category, enteredOn: member.enteredOn, reason: member.reason ?? '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  const input = (name: keyof Values) => form.getInputProps(name);
  return (
    <Dialog onClose={onClose} title={ru.reviseTitle(member.school.name)}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          if (!change.isPending) change.mutate(values, { onError: (problem) => form.setErrors(fieldErrors(problem)) });
        })}
      >
        <Stack>
          <ChangeProblem problem={change.error} />
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
              {ru.form.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
