import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { addTeacherAchievement, removeTeacherAchievement } from '@/api/gen/sdk.gen';
import type { TeacherAchievementDetails, TeacherAchievementKind, TeacherDetails } from '@/api/gen/types.gen';
import { limited, needed } from '@/lib/fields';
import { formatDay } from '@/lib/format';
import { Card } from '@/ui/card';
import { ChangeDialog } from '@/ui/change-dialog';
import { DateField } from '@/ui/date-field';
import { ProblemAlert } from '@/ui/problem-alert';
import { achievementKinds, card, dialogs, levelNames } from './ru';
import classes from './teachers.module.css';
import { useTeacherChange } from './use-teacher-change';

/** Contests, publications, open lessons: the newest first. */
export function AchievementsCard({ teacher }: { teacher: TeacherDetails }) {
  const [adding, setAdding] = useState(false);
  const { achievementList, editable, name } = teacher;
  const remove = useTeacherChange<string>(
    teacher,
    async (achievementId, version) => {
      const path = { id: teacher.id, achievementId };
      return (await removeTeacherAchievement({ path, headers: ifMatch(version), throwOnError: true })).data;
    },
    card.removed,
  );
  const mayChange = editable && Boolean(name);
  const about = ({ kind, on, level, result }: TeacherAchievementDetails) =>
    [formatDay(on), achievementKinds[kind].toLowerCase(), level && levelNames[level], result]
      .filter(Boolean)
      .join(', ');
  return (
    <Card
      title={card.achievements}
      aside={
        mayChange ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setAdding(true)}>
            {card.addAchievement}
          </Button>
        ) : null
      }
    >
      {remove.error ? <ProblemAlert error={remove.error} /> : null}
      {achievementList.length === 0 ? <span className={classes.soft}>{card.noAchievements}</span> : null}
      <ul className={classes.items}>
        {achievementList.map((one) => (
          <li key={one.id}>
            <span className={classes.item}>
              <span>{one.title ?? <span className={classes.soft}>{card.erased}</span>}</span>
              <span className={classes.soft}>{about(one)}</span>
            </span>
            {mayChange ? (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={card.removeAchievement(one.title ?? '')}
                loading={remove.isPending}
                onClick={() => remove.mutate(one.id)}
              >
                <IconTrash size={18} aria-hidden="true" />
              </ActionIcon>
            ) : null}
          </li>
        ))}
      </ul>
      {adding ? <AddAchievement teacher={teacher} onClose={() => setAdding(false)} /> : null}
    </Card>
  );
}

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

function AddAchievement({ teacher, onClose }: { teacher: TeacherDetails; onClose: () => void }) {
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
