import { Button, Group, Stack, Textarea } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { exitCohortMember } from '@/api/gen/sdk.gen';
import type { CohortMemberDetails, CohortSummary } from '@/api/gen/types.gen';
import { fieldErrors } from '@/api/problem';
import { needed } from '@/lib/fields';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { ChangeProblem } from './change-problem';
import { ru } from './ru';
import { useMemberChange } from './use-member-change';

const schema = z.object({ leftOn: needed(ru.form.required), reason: needed(ru.form.required, 500) });
type Values = z.infer<typeof schema>;

interface Props {
  cohort: CohortSummary;
  member: CohortMemberDetails;
  onClose: () => void;
}

export function ExitMember({ cohort, member, onClose }: Props) {
  const change = useMemberChange<Values>(
    cohort,
    async (body, version) => {
      const path = { id: cohort.id, schoolId: member.school.id };
      return (await exitCohortMember({ path, headers: ifMatch(version), body, throwOnError: true })).data;
    },
    ru.exited,
    onClose,
  );
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: { leftOn: '', reason: '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  return (
    <Dialog onClose={onClose} title={ru.exitTitle(member.school.name)}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          if (!change.isPending) change.mutate(values, { onError: (problem) => form.setErrors(fieldErrors(problem)) });
        })}
      >
        <Stack>
          <p style={{ margin: 0 }}>{ru.exitText}</p>
          <ChangeProblem problem={change.error} />
          <DateField label={ru.leftOn} key={form.key('leftOn')} {...form.getInputProps('leftOn')} />
          <Textarea
            label={ru.exitReason}
            description={ru.exitReasonHint}
            rows={2}
            key={form.key('reason')}
            {...form.getInputProps('reason')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {ru.form.cancel}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {ru.exit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
