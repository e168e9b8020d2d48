import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ifMatch } from '@/api/client';
import { revisePartnershipMutation } from '@/api/gen/@tanstack/react-query.gen';
import type { PartnershipDetails } from '@/api/gen/types.gen';
import { toProblem } from '@/api/problem';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { VersionConflict } from '@/ui/version-conflict';
import { PartnershipForm } from './partnership-form';
import { bodyOf, comparedFields, type PartnershipValues, valuesOf, valueWords } from './partnership-values';
import { partnershipChanged, partnershipOptions } from './queries';
import { card, form, ru } from './ru';

/** Correction under the version that was seen; a newer one is shown, never overwritten unasked. */
export function EditPartnership({ partnershipId }: { partnershipId: string }) {
  const queryClient = useQueryClient();
  const current = useSuspenseQuery(partnershipOptions(partnershipId)).data;
  // The version that the person began to edit, whatever is loaded in the background meanwhile.
  const [seen] = useState<PartnershipDetails>(current);
  const [conflict, setConflict] = useState<{ mine: PartnershipValues; theirs: PartnershipDetails } | null>(null);
  const revise = useMutation({ ...revisePartnershipMutation(), mutationKey: ['revise-partnership'] });
  const navigate = useNavigate();
  const done = useRef(false);
  const toCard = () => navigate({ to: '/support/partnerships/$partnershipId', params: { partnershipId } });

  async function save(values: PartnershipValues, version: number) {
    try {
      const saved = await revise.mutateAsync({
        path: { id: partnershipId },
        headers: ifMatch(version),
        body: bodyOf(values),
      });
      setConflict(null);
      await partnershipChanged(queryClient, saved);
      done.current = true;
      doneToast(form.saved);
      await toCard();
    } catch (error) {
      if (toProblem(error).status !== 412) throw error;
      const theirs = await queryClient.fetchQuery({ ...partnershipOptions(partnershipId), staleTime: 0 });
      setConflict({ mine: values, theirs });
      throw error;
    }
  }
  const nameOf = (theirs: PartnershipDetails) => (id: string) =>
    [...theirs.parties, ...seen.parties].find((p) => p.schoolId === id || p.organisationId === id)?.name ?? '…';

  return (
    <>
      <PageHeader title={form.editTitle} answer={card.title(seen.number)} />
      <PartnershipForm
        initial={valuesOf(seen)}
        named={seen.parties.flatMap(({ schoolId, name }) => (schoolId ? [{ value: schoolId, label: name }] : []))}
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
            mine: valueWords(conflict.mine, field, nameOf(conflict.theirs)),
            theirs: valueWords(valuesOf(conflict.theirs), field, nameOf(conflict.theirs)),
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
