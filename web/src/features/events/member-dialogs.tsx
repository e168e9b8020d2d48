import { schemaResolver, useForm } from '@mantine/form';
import { z } from 'zod/mini';
import { addAssociationMembers, endAssociationMemberships } from '@/api/gen/sdk.gen';
import type { AddedMembers, AssociationDetails, AssociationMemberSummary } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { needed } from '@/lib/fields';
import { today } from '@/lib/today';
import { ChangeDialog } from '@/ui/change-dialog';
import { DateField } from '@/ui/date-field';
import { associationCard as card, dialog } from './ru';
import { TeacherPicker } from './teacher-picker';
import { useChange } from './use-change';

const joinSchema = z.object({
  teachers: z.array(z.object({ id: z.string(), name: z.string() })).check(z.minLength(1, dialog.required)),
  fromOn: needed(dialog.required),
});
type JoinValues = z.infer<typeof joinSchema>;

/** Teachers of one's own schools are taken into an association. */
export function JoinDialog({ association, onClose }: { association: AssociationDetails; onClose: () => void }) {
  const now = today(useMe().region.timeZone);
  const form = useForm<JoinValues>({
    initialValues: { teachers: [], fromOn: now },
    validate: schemaResolver(joinSchema, { sync: true }),
  });
  const change = useChange<JoinValues, AddedMembers>(
    async ({ teachers, fromOn }) =>
      (
        await addAssociationMembers({
          path: { id: association.id },
          body: { teacherIds: teachers.map(({ id }) => id), fromOn },
          throwOnError: true,
        })
      ).data,
    ({ added, already }) => card.joined(added, already),
    onClose,
  );
  return (
    <ChangeDialog
      words={{ title: card.addMembers, button: card.join }}
      form={form}
      change={change}
      onClose={onClose}
      size="lg"
    >
      <TeacherPicker
        school={association.school?.id}
        value={form.values.teachers}
        onChange={(next) => form.setFieldValue('teachers', [...next])}
        error={form.errors.teachers as string | undefined}
      />
      <DateField label={card.fromOn} withAsterisk {...form.getInputProps('fromOn')} />
    </ChangeDialog>
  );
}

interface EndProps {
  association: AssociationDetails;
  member: AssociationMemberSummary;
  onClose: () => void;
}

const endSchema = z.object({ untilOn: needed(dialog.required) });

/** A membership ends on a day; that it was stays known. */
export function EndDialog({ association, member, onClose }: EndProps) {
  const now = today(useMe().region.timeZone);
  const form = useForm({
    initialValues: { untilOn: now < member.fromOn ? member.fromOn : now },
    validate: schemaResolver(endSchema, { sync: true }),
  });
  const change = useChange<{ untilOn: string }>(
    ({ untilOn }) =>
      endAssociationMemberships({
        path: { id: association.id },
        body: { rows: [{ id: member.id, version: member.version }], untilOn },
        throwOnError: true,
      }),
    card.ended,
    onClose,
  );
  return (
    <ChangeDialog
      words={{ title: card.endTitle, text: card.endText(member.teacher?.name ?? ''), button: card.end }}
      form={form}
      change={change}
      grave
      onClose={onClose}
    >
      <DateField label={card.untilOn} withAsterisk {...form.getInputProps('untilOn')} />
    </ChangeDialog>
  );
}
