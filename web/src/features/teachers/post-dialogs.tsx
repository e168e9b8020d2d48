import { schemaResolver, useForm } from '@mantine/form';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { addTeacherPost, endTeacherPost } from '@/api/gen/sdk.gen';
import type { TeacherDetails, TeacherPostDetails } from '@/api/gen/types.gen';
import { needed } from '@/lib/fields';
import { ChangeDialog } from '@/ui/change-dialog';
import { DateField } from '@/ui/date-field';
import { dialogs } from './ru';
import { SchoolSelect } from './school-select';
import { useTeacherChange } from './use-teacher-change';

const post = z.object({ schoolId: needed(dialogs.required), fromOn: z.nullable(z.string()) });

export function AddPost({ teacher, onClose }: { teacher: TeacherDetails; onClose: () => void }) {
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

export function EndPost(props: { teacher: TeacherDetails; post: TeacherPostDetails; onClose: () => void }) {
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
