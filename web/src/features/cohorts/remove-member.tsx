import { Button, Group, Stack } from '@mantine/core';
import { ifMatch } from '@/api/client';
import { removeCohortMember } from '@/api/gen/sdk.gen';
import type { CohortMemberDetails, CohortSummary } from '@/api/gen/types.gen';
import { Dialog } from '@/ui/dialog';
import { ChangeProblem } from './change-problem';
import { ru } from './ru';
import { useMemberChange } from './use-member-change';

interface Props {
  cohort: CohortSummary;
  member: CohortMemberDetails;
  onClose: () => void;
}

/** Asks before a school that was put on the list by mistake is struck out. */
export function RemoveMember({ cohort, member, onClose }: Props) {
  const change = useMemberChange<void>(
    cohort,
    async (_, version) => {
      const path = { id: cohort.id, schoolId: member.school.id };
      return (await removeCohortMember({ path, headers: ifMatch(version), throwOnError: true })).data;
    },
    ru.removed,
    onClose,
  );
  return (
    <Dialog onClose={onClose} title={ru.removeTitle(member.school.name)}>
      <Stack>
        <p style={{ margin: 0 }}>{ru.removeText}</p>
        <ChangeProblem problem={change.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ru.form.cancel}
          </Button>
          <Button color="var(--o-bad)" loading={change.isPending} onClick={() => change.mutate()}>
            {ru.removeConfirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
