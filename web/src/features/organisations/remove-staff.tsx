import { Button, Group, Stack } from '@mantine/core';
import { ifMatch } from '@/api/client';
import { removeStaffMember } from '@/api/gen/sdk.gen';
import type { OrganisationDetails, StaffMemberDetails } from '@/api/gen/types.gen';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { staff, form as text } from './ru';
import { useOrganisationChange } from './use-organisation-change';

interface Props {
  organisation: OrganisationDetails;
  member: StaffMemberDetails;
  onClose: () => void;
}

/** The one change of staff that cannot be undone asks, naming whom it erases. */
export function RemoveStaff({ organisation, member, onClose }: Props) {
  const remove = useOrganisationChange(
    organisation,
    async (_, version) => {
      const path = { id: organisation.id, memberId: member.id };
      return (await removeStaffMember({ path, headers: ifMatch(version), throwOnError: true })).data;
    },
    staff.removed,
    onClose,
  );
  return (
    <Dialog title={staff.removeTitle(member.name)} onClose={onClose}>
      <Stack>
        <p style={{ margin: 0 }}>{staff.removeText}</p>
        {remove.error ? <ProblemAlert error={remove.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {text.cancel}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {staff.remove}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
