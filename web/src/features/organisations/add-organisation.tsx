import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { registerOrganisationMutation } from '@/api/gen/@tanstack/react-query.gen';
import { isRegional, useMe } from '@/api/session';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { OrganisationForm } from './organisation-form';
import { blank, type OrganisationValues, registration } from './organisation-values';
import { organisationChanged } from './queries';
import { form, ru } from './ru';

export function AddOrganisation() {
  const queryClient = useQueryClient();
  const me = useMe();
  const register = useMutation({ ...registerOrganisationMutation(), mutationKey: ['register-organisation'] });
  const navigate = useNavigate();
  const done = useRef(false);
  // Who answers for one municipality adds to it.
  const [own, ...more] = isRegional(me) ? [] : me.grants.filter(({ place }) => place.kind === 'municipality');
  const initial = own && more.length === 0 ? { ...blank, municipalityCode: own.place.code } : blank;
  async function save(values: OrganisationValues) {
    const added = await register.mutateAsync({ body: registration(values, me.region.code) });
    await organisationChanged(queryClient, added);
    done.current = true;
    doneToast(form.added);
    await navigate({ to: '/organisations/$organisationId', params: { organisationId: added.id } });
  }
  return (
    <>
      <PageHeader title={form.addTitle} answer={form.addAnswer} />
      <OrganisationForm
        initial={initial}
        isNew
        submitLabel={ru.add}
        save={save}
        pending={register.isPending}
        problem={register.error}
        done={done}
        onCancel={() => void navigate({ to: '/organisations' })}
      />
    </>
  );
}
