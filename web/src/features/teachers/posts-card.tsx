import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TeacherDetails, TeacherPostDetails } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { formatDay } from '@/lib/format';
import { Card } from '@/ui/card';
import { lazyDialog } from '@/ui/lazy-dialog';
import { card } from './ru';
import classes from './teachers.module.css';

const AddPost = lazyDialog(async () => (await import('./post-dialogs')).AddPost);
const EndPost = lazyDialog(async () => (await import('./post-dialogs')).EndPost);

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
