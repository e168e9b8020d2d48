import { ActionIcon, Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { ifMatch } from '@/api/client';
import { removeTeacherAchievement } from '@/api/gen/sdk.gen';
import type { TeacherAchievementDetails, TeacherDetails } from '@/api/gen/types.gen';
import { formatDay } from '@/lib/format';
import { Card } from '@/ui/card';
import { lazyDialog } from '@/ui/lazy-dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { achievementKinds, card, levelNames } from './ru';
import classes from './teachers.module.css';
import { useTeacherChange } from './use-teacher-change';

const AddAchievement = lazyDialog(async () => (await import('./achievement-dialog')).AddAchievement);

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
