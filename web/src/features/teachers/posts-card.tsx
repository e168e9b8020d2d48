import { Button } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useState } from 'react';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { addTeacherPost, endTeacherPost } from '@/api/gen/sdk.gen';
import type { TeacherDetails, TeacherPostDetails } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { needed } from '@/lib/fields';
import { formatDay } from '@/lib/format';
import { Card } from '@/ui/card';
import { ChangeDialog } from '@/ui/change-dialog';
import { DateField } from '@/ui/date-field';
import { card, dialogs } from './ru';
import { SchoolSelect } from './school-select';
import classes from './teachers.module.css';
import { useTeacherChange } from './use-teacher-change';

/** Where the teacher works and worked. */
export function PostsCard({ teacher }: { teacher: TeacherDetails }) {
  const { role } = useMe();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<TeacherPostDetails>();
  const { school, staffSinceOn, leftOn, posts, editable, name } = teacher;
  // A school names no other one: its people do not reach it.
  const mayAdd = editable && name && !leftOn && role !== 'School';
  const time = (from: string | null, until: string | null) =>
    [from && card.since(formatDay(from)), until && card.until(formatDay(until))].filter(Boolean).join(' ');
  return (
    <Card
      title={card.posts}
      aside={
        mayAdd ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setAdding(true)}>
            {card.addPost}
          </Button>
        ) : null
      }
    >
      <ul className={classes.items}>
        <li>
          <span className={classes.item}>
            <span>{school.name}</span>
            <span className={classes.soft}>
              {card.mainSchool} {time(staffSinceOn, leftOn)}
            </span>
          </span>
        </li>
        {posts.map((post) => (
          <li key={post.id}>
            <span className={classes.item}>
              <span>{post.school.name}</span>
              <span className={classes.soft}>
                {post.main ? card.formerMain : card.partTime} {time(post.fromOn, post.untilOn)}
              </span>
            </span>
            {editable && name && !post.untilOn ? (
              <Button variant="subtle" size="compact-sm" onClick={() => setEnding(post)}>
                {card.endPost}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {adding ? <AddPost teacher={teacher} onClose={() => setAdding(false)} /> : null}
      {ending ? <EndPost teacher={teacher} post={ending} onClose={() => setEnding(undefined)} /> : null}
    </Card>
  );
}

const post = z.object({ schoolId: needed(dialogs.required), fromOn: z.nullable(z.string()) });

function AddPost({ teacher, onClose }: { teacher: TeacherDetails; onClose: () => void }) {
  const words = dialogs.post;
  const change = useTeacherChange<z.infer<typeof post>>(
    teacher,
    async ({ schoolId, fromOn }, version) => {
      const body = { schoolId, fromOn: fromOn || null };
      return (await addTeacherPost({ path: { id: teacher.id }, headers: ifMatch(version), body, throwOnError: true }))
        .data;
    },
    words.saved,
    onClose,
  );
  const form = useForm<z.infer<typeof post>>({
    initialValues: { schoolId: '', fromOn: null },
    validate: schemaResolver(post, { sync: true }),
  });
  return (
    <ChangeDialog words={words} form={form} change={change} onClose={onClose}>
      <SchoolSelect {...form.getInputProps('schoolId')} />
      <DateField label={words.day} clearable {...form.getInputProps('fromOn')} />
    </ChangeDialog>
  );
}

const end = z.object({ untilOn: needed(dialogs.required) });

function EndPost(props: { teacher: TeacherDetails; post: TeacherPostDetails; onClose: () => void }) {
  const { teacher, onClose } = props;
  const words = dialogs.endPost;
  const change = useTeacherChange<z.infer<typeof end>>(
    teacher,
    async (body, version) => {
      const path = { id: teacher.id, postId: props.post.id };
      return (await endTeacherPost({ path, headers: ifMatch(version), body, throwOnError: true })).data;
    },
    words.saved,
    onClose,
  );
  const form = useForm({ initialValues: { untilOn: '' }, validate: schemaResolver(end, { sync: true }) });
  return (
    <ChangeDialog words={{ ...words, text: props.post.school.name }} form={form} change={change} onClose={onClose}>
      <DateField label={words.day} withAsterisk data-autofocus {...form.getInputProps('untilOn')} />
    </ChangeDialog>
  );
}
