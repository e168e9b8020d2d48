import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { makePartnershipMutation } from '@/api/gen/@tanstack/react-query.gen';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { PartnershipForm } from './partnership-form';
import { bodyOf, emptyValues, type PartnershipValues } from './partnership-values';
import { namedSchoolOptions, partnershipChanged } from './queries';
import { form, ru } from './ru';
import type { NewPartnershipSearch } from './search';

/** A new agreement; the address may name the school that is helped and who helps it. */
export function AddPartnership({ search }: { search: NewPartnershipSearch }) {
  const queryClient = useQueryClient();
  const make = useMutation({ ...makePartnershipMutation(), mutationKey: ['make-partnership'] });
  const navigate = useNavigate();
  const done = useRef(false);
  const school = useQuery({ ...namedSchoolOptions(search.school ?? ''), enabled: Boolean(search.school) });
  async function save(values: PartnershipValues) {
    const made = await make.mutateAsync({ body: bodyOf(values) });
    await partnershipChanged(queryClient, made);
    done.current = true;
    doneToast(form.added);
    await navigate({ to: '/support/partnerships/$partnershipId', params: { partnershipId: made.id } });
  }
  return (
    <>
      <PageHeader title={form.addTitle} answer={form.addAnswer} />
      {school.isLoading ? (
        <DelayedSkeleton />
      ) : (
        <PartnershipForm
          initial={emptyValues(school.data?.id, search.partner)}
          named={school.data ? [{ value: school.data.id, label: school.data.name }] : []}
          submitLabel={ru.add}
          save={save}
          pending={make.isPending}
          problem={make.error}
          done={done}
          onCancel={() => void navigate({ to: '/support/partnerships' })}
        />
      )}
    </>
  );
}
