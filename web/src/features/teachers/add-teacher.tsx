import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { registerTeacherMutation } from '@/api/gen/@tanstack/react-query.gen';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { namedSchoolOptions, teacherChanged } from './queries';
import { form, ru } from './ru';
import { TeacherForm } from './teacher-form';
import { bodyOf, emptyValues, type TeacherValues } from './teacher-values';
import { titles } from './titles';

/** A new teacher; the address may name the school. */
export function AddTeacher({ schoolId }: { schoolId: string | undefined }) {
  const queryClient = useQueryClient();
  const add = useMutation({ ...registerTeacherMutation(), mutationKey: ['register-teacher'] });
  const navigate = useNavigate();
  const done = useRef(false);
  const school = useQuery({ ...namedSchoolOptions(schoolId ?? ''), enabled: Boolean(schoolId) }).data;
  async function save(values: TeacherValues, sameNameConfirmed: boolean) {
    const body = { facts: bodyOf(values), schoolId: values.schoolId ?? '', sameNameConfirmed };
    const added = await add.mutateAsync({ body });
    await teacherChanged(queryClient, added);
    done.current = true;
    doneToast(form.added);
    await navigate({ to: '/training/teachers/$teacherId', params: { teacherId: added.id } });
  }
  return (
    <>
      <PageHeader title={titles.add} answer={form.addAnswer} />
      <TeacherForm
        initial={emptyValues(schoolId ?? null)}
        school={{ named: school }}
        submitLabel={ru.add}
        save={save}
        pending={add.isPending}
        problem={add.error}
        done={done}
        onCancel={() => void navigate({ to: '/training/teachers' })}
      />
    </>
  );
}
