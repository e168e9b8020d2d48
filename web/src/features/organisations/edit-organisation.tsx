import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ifMatch } from '@/api/client';
import { reviseOrganisationMutation } from '@/api/gen/@tanstack/react-query.gen';
import type { OrganisationDetails } from '@/api/gen/types.gen';
import { toProblem } from '@/api/problem';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { VersionConflict } from '@/ui/version-conflict';
import { OrganisationForm } from './organisation-form';
import { comparedFields, type OrganisationValues, revision, valuesOf, valueWords } from './organisation-values';
import { organisationChanged, organisationOptions } from './queries';
import { form, ru } from './ru';

/** Revision of an organisation under the version that was seen; a newer one is shown, never overwritten unasked. */
export function EditOrganisation({ organisationId }: { organisationId: string }) {
  const queryClient = useQueryClient();
  const current = useSuspenseQuery(organisationOptions(organisationId)).data;
  // The version that the person began to edit, whatever is loaded in the background meanwhile.
  const [seen] = useState<OrganisationDetails>(current);
  const [conflict, setConflict] = useState<{ mine: OrganisationValues; theirs: OrganisationDetails } | null>(null);
  const revise = useMutation({ ...reviseOrganisationMutation(), mutationKey: ['revise-organisation'] });
  const navigate = useNavigate();
  const done = useRef(false);
  const toCard = () => navigate({ to: '/organisations/$organisationId', params: { organisationId } });

  async function save(values: OrganisationValues, version: number) {
    try {
      const headers = ifMatch(version);
      const saved = await revise.mutateAsync({ path: { id: organisationId }, headers, body: revision(values) });
      setConflict(null);
      await organisationChanged(queryClient, saved);
      done.current = true;
      doneToast(form.saved);
      await toCard();
    } catch (error) {
      if (toProblem(error).status !== 412) throw error;
      const theirs = await queryClient.fetchQuery({ ...organisationOptions(organisationId), staleTime: 0 });
      setConflict({ mine: values, theirs });
      throw error;
    }
  }

  return (
    <>
      <PageHeader title={form.editTitle} answer={seen.name} />
      <OrganisationForm
        initial={valuesOf(seen)}
        isNew={false}
        submitLabel={form.save}
        save={(values) => save(values, seen.version)}
        pending={revise.isPending}
        problem={revise.error && toProblem(revise.error).status !== 412 ? revise.error : null}
        done={done}
        onCancel={() => void toCard()}
      />
      {conflict ? (
        <VersionConflict
          fields={comparedFields.map((field) => ({
            name: ru.fields[field],
            mine: valueWords(conflict.mine, field),
            theirs: valueWords(valuesOf(conflict.theirs), field),
          }))}
          pending={revise.isPending}
          onMine={() => void save(conflict.mine, conflict.theirs.version).catch(() => undefined)}
          onTheirs={() => {
            setConflict(null);
            done.current = true;
            void toCard();
          }}
          onClose={() => setConflict(null)}
        />
      ) : null}
    </>
  );
}
