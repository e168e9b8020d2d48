import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { registerSchoolMutation } from '@/api/gen/@tanstack/react-query.gen';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { schoolChanged } from './queries';
import { form } from './ru';
import { SchoolForm } from './school-form';
import { blank, registration, type SchoolValues } from './school-values';

export function AddSchool() {
  const queryClient = useQueryClient();
  const register = useMutation({ ...registerSchoolMutation(), mutationKey: ['register-school'] });
  const navigate = useNavigate();
  const done = useRef(false);
  async function save(values: SchoolValues) {
    const school = await register.mutateAsync({ body: registration(values) });
    await schoolChanged(queryClient, school);
    done.current = true;
    doneToast(form.added);
    await navigate({ to: '/schools/$schoolId', params: { schoolId: school.id } });
  }
  return (
    <>
      <PageHeader title={form.addTitle} answer={form.addAnswer} />
      <SchoolForm
        initial={blank}
        isNew
        submitLabel={form.add}
        save={save}
        pending={register.isPending}
        problem={register.error}
        done={done}
        onCancel={() => void navigate({ to: '/schools' })}
      />
    </>
  );
}
