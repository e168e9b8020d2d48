import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ifMatch } from '@/api/client';
import { reviseCohort } from '@/api/gen/sdk.gen';
import { PageHeader } from '@/ui/page-header';
import { CohortForm, type CohortValues } from './cohort-form';
import { cohortOptions } from './queries';
import { ru } from './ru';
import { useMemberChange } from './use-member-change';

export function EditCohort({ cohortId }: { cohortId: string }) {
  const navigate = useNavigate();
  const cohort = useSuspenseQuery(cohortOptions(cohortId)).data;
  const toCard = () => void navigate({ to: '/cohorts/$cohortId', params: { cohortId } });
  const change = useMemberChange<CohortValues>(
    cohort,
    async ({ name, orderNumber, orderDate }, version) => {
      const body = { name, orderNumber, orderDate };
      return (await reviseCohort({ path: { id: cohortId }, headers: ifMatch(version), body, throwOnError: true })).data;
    },
    ru.saved,
    toCard,
  );
  const { period, name, orderNumber, orderDate } = cohort;
  return (
    <>
      <PageHeader title={ru.form.editTitle} answer={cohort.name} />
      <CohortForm
        initial={{ period, name, orderNumber, orderDate }}
        isNew={false}
        save={async (values) => {
          await change.mutateAsync(values);
        }}
        pending={change.isPending}
        problem={change.error}
        onCancel={toCard}
      />
    </>
  );
}
