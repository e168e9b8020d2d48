import { Checkbox, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { z } from 'zod/mini';
import { recordTurnout } from '@/api/gen/sdk.gen';
import type { EventDetails, EventTurnoutDetails } from '@/api/gen/types.gen';
import { ownSchoolId, useMe } from '@/api/session';
import { needed } from '@/lib/fields';
import { ChangeDialog } from '@/ui/change-dialog';
import { card, dialog, turnout as text } from './ru';
import { SchoolSelect } from './school-select';
import { type Picked, TeacherPicker } from './teacher-picker';
import { useChange } from './use-change';

const schema = z.object({
  schoolId: needed(dialog.required),
  unnamed: z.string().check(z.refine((count) => /^\d{0,4}$/.test(count.trim()) && Number(count) <= 1000, text.number)),
  teachers: z.array(z.object({ id: z.string(), name: z.string() })),
  membersToo: z.boolean(),
});
type Values = z.infer<typeof schema>;

interface Props {
  event: EventDetails;
  /** What is written down of a school already. */
  row?: EventTurnoutDetails | undefined;
  onClose: () => void;
}

/** Who of a school took part: teachers by name, and a number of others. */
export function TurnoutDialog({ event, row, onClose }: Props) {
  const me = useMe();
  const own = event.school?.id ?? ownSchoolId(me);
  const form = useForm<Values>({
    initialValues: {
      schoolId: row?.school.id ?? own ?? '',
      unnamed: row?.unnamed ? String(row.unnamed) : '',
      teachers: (row?.teachers ?? []).map(({ id, name }) => ({ id, name: name ?? card.gone })),
      membersToo: false,
    },
    validate: schemaResolver(schema, { sync: true }),
  });
  const { schoolId, teachers } = form.values;
  const known = row ?? event.turnouts.find(({ school }) => school.id === schoolId);
  const change = useChange<Values>(
    (values) =>
      recordTurnout({
        path: { id: event.id },
        body: {
          rows: [
            {
              schoolId: values.schoolId,
              unnamed: Number(values.unnamed.trim() || 0),
              teacherIds: values.teachers.map(({ id }) => id),
              version: known?.version ?? null,
            },
          ],
          membersToo: values.membersToo,
        },
        throwOnError: true,
      }),
    text.saved,
    onClose,
  );
  // A school that is written down already is shown with what is known: nothing of it is lost by saying it anew.
  function choose(id: string | null) {
    const before = event.turnouts.find(({ school }) => school.id === id);
    form.setValues({
      schoolId: id ?? '',
      unnamed: before?.unnamed ? String(before.unnamed) : '',
      teachers: (before?.teachers ?? []).map(({ id: of, name }) => ({ id: of, name: name ?? card.gone })),
    });
  }
  return (
    <ChangeDialog
      words={{ title: text.title, button: text.button }}
      form={form}
      change={change}
      onClose={onClose}
      size="lg"
    >
      {own && !row ? null : (
        <SchoolSelect
          withAsterisk
          named={row?.school}
          disabled={Boolean(row)}
          value={schoolId || null}
          onChange={choose}
          error={form.errors.schoolId}
        />
      )}
      {schoolId ? (
        <TeacherPicker
          key={schoolId}
          school={schoolId}
          value={teachers}
          onChange={(next: readonly Picked[]) => form.setFieldValue('teachers', [...next])}
        />
      ) : null}
      {change.error?.code === 'not-members' || form.values.membersToo ? (
        <Checkbox label={text.membersToo} {...form.getInputProps('membersToo', { type: 'checkbox' })} />
      ) : null}
      <TextInput
        label={text.unnamed}
        description={text.unnamedHint}
        inputMode="numeric"
        {...form.getInputProps('unnamed')}
      />
    </ChangeDialog>
  );
}
