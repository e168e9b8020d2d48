import { Checkbox, Textarea } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { anonymiseTeacher, dismissTeacher, moveTeacher, returnTeacher } from '@/api/gen/sdk.gen';
import type { TeacherDetails } from '@/api/gen/types.gen';
import { limited, needed } from '@/lib/fields';
import { ChangeDialog } from '@/ui/change-dialog';
import { DateField } from '@/ui/date-field';
import { dialogs } from './ru';
import { SchoolSelect } from './school-select';
import { useTeacherChange } from './use-teacher-change';

interface Props {
  teacher: TeacherDetails;
  onClose: () => void;
}

const leaving = z.object({ leftOn: needed(dialogs.required), reason: limited(300) });

/** The teacher works at the school no more. */
function LeaveDialog({ teacher, onClose }: Props) {
  const words = dialogs.leave;
  const change = useTeacherChange<z.infer<typeof leaving>>(
    teacher,
    async ({ leftOn, reason }, version) => {
      const body = { leftOn, reason: reason.trim() || null };
      return (await dismissTeacher({ path: { id: teacher.id }, headers: ifMatch(version), body, throwOnError: true }))
        .data;
    },
    words.saved,
    onClose,
  );
  const form = useForm({
    initialValues: { leftOn: '', reason: '' },
    validate: schemaResolver(leaving, { sync: true }),
  });
  return (
    <ChangeDialog words={words} form={form} change={change} onClose={onClose}>
      <DateField label={words.day} withAsterisk data-autofocus {...form.getInputProps('leftOn')} />
      <Textarea label={words.reason} rows={2} {...form.getInputProps('reason')} />
    </ChangeDialog>
  );
}

/** Back on the staff, or never gone. */
function ReturnDialog({ teacher, onClose }: Props) {
  const words = dialogs.back;
  const change = useTeacherChange<{ returnedOn: string }>(
    teacher,
    async ({ returnedOn }, version) => {
      const body = { returnedOn: returnedOn || null };
      return (await returnTeacher({ path: { id: teacher.id }, headers: ifMatch(version), body, throwOnError: true }))
        .data;
    },
    words.saved,
    onClose,
  );
  const form = useForm({ initialValues: { returnedOn: '' } });
  return (
    <ChangeDialog words={words} form={form} change={change} onClose={onClose}>
      <DateField label={words.day} clearable data-autofocus {...form.getInputProps('returnedOn')} />
    </ChangeDialog>
  );
}

const moving = z.object({
  schoolId: needed(dialogs.required),
  movedOn: needed(dialogs.required),
  sameNameConfirmed: z.boolean(),
});

/** Another school becomes the main one. */
function MoveDialog({ teacher, onClose }: Props) {
  const words = dialogs.move;
  const change = useTeacherChange<z.infer<typeof moving>>(
    teacher,
    async (body, version) =>
      (await moveTeacher({ path: { id: teacher.id }, headers: ifMatch(version), body, throwOnError: true })).data,
    words.saved,
    onClose,
  );
  const form = useForm({
    initialValues: { schoolId: '', movedOn: '', sameNameConfirmed: false },
    validate: schemaResolver(moving, { sync: true }),
  });
  return (
    <ChangeDialog words={words} form={form} change={change} onClose={onClose}>
      <SchoolSelect {...form.getInputProps('schoolId')} />
      <DateField label={words.day} withAsterisk {...form.getInputProps('movedOn')} />
      {change.error?.code === 'same-name' ? (
        <Checkbox label={dialogs.sameName.check} {...form.getInputProps('sameNameConfirmed', { type: 'checkbox' })} />
      ) : null}
    </ChangeDialog>
  );
}

const erasing = z.object({
  confirmed: z.boolean().check(z.refine((value) => value, dialogs.required)),
});

/** The name goes for good: asked for twice, because nothing brings it back. */
function AnonymiseDialog({ teacher, onClose }: Props) {
  const words = dialogs.anonymise;
  const change = useTeacherChange<{ confirmed: boolean }>(
    teacher,
    async (body, version) =>
      (await anonymiseTeacher({ path: { id: teacher.id }, headers: ifMatch(version), body, throwOnError: true })).data,
    words.saved,
    onClose,
  );
  const form = useForm({ initialValues: { confirmed: false }, validate: schemaResolver(erasing, { sync: true }) });
  return (
    <ChangeDialog words={words} form={form} change={change} grave onClose={onClose}>
      <Checkbox label={words.check(teacher.name ?? '')} {...form.getInputProps('confirmed', { type: 'checkbox' })} />
    </ChangeDialog>
  );
}

const byName = { leave: LeaveDialog, back: ReturnDialog, move: MoveDialog, anonymise: AnonymiseDialog };

/** One of the changes of where a teacher works, or of whether the name is kept. */
export function StaffDialog({ name, ...props }: Props & { name: keyof typeof byName }) {
  const Named = byName[name];
  return <Named {...props} />;
}
