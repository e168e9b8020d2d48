import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createCohortMutation } from '@/api/gen/@tanstack/react-query.gen';
import { useMe } from '@/api/session';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { CohortForm, type CohortValues } from './cohort-form';
import { cohortChanged } from './queries';
import { ru } from './ru';

export function CreateCohort() {
  const { region } = useMe();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const create = useMutation({ ...createCohortMutation(), mutationKey: ['create-cohort'] });
  async function save(values: CohortValues) {
    const cohort = await create.mutateAsync({ body: values });
    await cohortChanged(queryClient, cohort);
    doneToast(ru.created);
    await navigate({ to: '/cohorts/$cohortId', params: { cohortId: cohort.id } });
  }
  return (
    <>
      <PageHeader title={ru.form.createTitle} />
      <CohortForm
        initial={{ period: region.schoolYear, name: '', orderNumber: '', orderDate: '' }}
        isNew
        save={save}
        pending={create.isPending}
        problem={create.error}
        onCancel={() => void navigate({ to: '/cohorts' })}
      />
    </>
  );
}
