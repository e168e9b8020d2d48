import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { requestSpecialistMutation } from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/api/session';
import { today } from '@/lib/today';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { namedSchoolOptions, requestChanged } from './queries';
import { RequestForm } from './request-form';
import { bodyOf, emptyValues, type RequestValues } from './request-values';
import { form, ru } from './ru';
import { titles } from './titles';

/** A new request; the address may name the school. */
export function AddRequest({ schoolId }: { schoolId: string | undefined }) {
  const queryClient = useQueryClient();
  const me = useMe();
  const add = useMutation({ ...requestSpecialistMutation(), mutationKey: ['request-specialist'] });
  const navigate = useNavigate();
  const done = useRef(false);
  const school = useQuery({ ...namedSchoolOptions(schoolId ?? ''), enabled: Boolean(schoolId) }).data;
  async function save(values: RequestValues) {
    const added = await add.mutateAsync({ body: { schoolId: values.schoolId ?? '', asks: bodyOf(values) } });
    await requestChanged(queryClient, added);
    done.current = true;
    doneToast(form.added);
    await navigate({ to: '/support/specialists/$requestId', params: { requestId: added.id } });
  }
  return (
    <>
      <PageHeader title={titles.add} answer={form.addAnswer} />
      <RequestForm
        initial={emptyValues(schoolId ?? null, today(me.region.timeZone))}
        school={{ named: school }}
        submitLabel={ru.add}
        save={save}
        pending={add.isPending}
        problem={add.error}
        done={done}
        onCancel={() => void navigate({ to: '/support/specialists' })}
      />
    </>
  );
}
