import { Select, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { addTeacherAchievement } from '@/api/gen/sdk.gen';
import type { TeacherAchievementKind, TeacherDetails } from '@/api/gen/types.gen';
import { limited, needed } from '@/lib/fields';
import { ChangeDialog } from '@/ui/change-dialog';
import { DateField } from '@/ui/date-field';
import { achievementKinds, dialogs, levelNames } from './ru';
import { useTeacherChange } from './use-teacher-change';

const kinds = Object.keys(achievementKinds) as [TeacherAchievementKind, ...TeacherAchievementKind[]];
const levels = Object.keys(levelNames) as (keyof typeof levelNames)[];

const achievement = z.object({
  kind: z.enum(kinds),
  on: needed(dialogs.required),
  title: needed(dialogs.required, 300),
  level: z.nullable(z.enum(levels as [keyof typeof levelNames, ...(keyof typeof levelNames)[]])),
  result: limited(200),
});
type Values = z.infer<typeof achievement>;

export function AddAchievement({ teacher, onClose }: { teacher: TeacherDetails; onClose: () => void }) {
  const words = dialogs.achievement;
  const change = useTeacherChange<Values>(
    teacher,
    async (values, version) => {
      const body = { ...values, title: values.title.trim(), result: values.result.trim() || null };
      const path = { id: teacher.id };
      return (await addTeacherAchievement({ path, headers: ifMatch(version), body, throwOnError: true })).data;
    },
    words.saved,
    onClose,
  );
  const form = useForm<Values>({
    initialValues: { kind: 'Contest', on: '', title: '', level: null, result: '' },
    validate: schemaResolver(achievement, { sync: true }),
  });
  return (
    <ChangeDialog words={words} form={form} change={change} onClose={onClose}>
      <Select
        label={words.kind}
        allowDeselect={false}
        data={kinds.map((value) => ({ value, label: achievementKinds[value] }))}
        {...form.getInputProps('kind')}
      />
      <TextInput label={words.name} description={words.nameHint} withAsterisk {...form.getInputProps('title')} />
      <DateField label={words.on} withAsterisk {...form.getInputProps('on')} />
      <Select
        label={words.level}
        clearable
        data={levels.map((value) => ({ value, label: levelNames[value] }))}
        {...form.getInputProps('level')}
      />
      <TextInput label={words.result} description={words.resultHint} {...form.getInputProps('result')} />
    </ChangeDialog>
  );
}
