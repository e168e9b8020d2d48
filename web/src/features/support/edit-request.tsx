import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ifMatch } from '@/api/client';
import { reviseSpecialistRequestMutation } from '@/api/gen/@tanstack/react-query.gen';
import type { SpecialistRequestDetails } from '@/api/gen/types.gen';
import { toProblem } from '@/api/problem';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { VersionConflict } from '@/ui/version-conflict';
import { requestChanged, requestOptions } from './queries';
import { RequestForm } from './request-form';
import { bodyOf, comparedFields, type RequestValues, valuesOf, valueWords } from './request-values';
import { form, ru } from './ru';
import { titles } from './titles';

interface Conflict {
  mine: RequestValues;
  theirs: SpecialistRequestDetails;
}

/** Correction under the version that was seen; a newer one is shown, never overwritten unasked. */
export function EditRequest({ requestId }: { requestId: string }) {
  const queryClient = useQueryClient();
  const current = useSuspenseQuery(requestOptions(requestId)).data;
  // The version that the person began to edit, whatever is loaded in the background meanwhile.
  const [seen] = useState<SpecialistRequestDetails>(current);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const revise = useMutation({ ...reviseSpecialistRequestMutation(), mutationKey: ['revise-request'] });
  const navigate = useNavigate();
  const done = useRef(false);
  const toCard = () => navigate({ to: '/support/specialists/$requestId', params: { requestId } });

  async function save(values: RequestValues, version: number) {
    try {
      const saved = await revise.mutateAsync({
        path: { id: requestId },
        headers: ifMatch(version),
        body: bodyOf(values),
      });
      setConflict(null);
      await requestChanged(queryClient, saved);
      done.current = true;
      doneToast(form.saved);
      await toCard();
    } catch (error) {
      if (toProblem(error).status !== 412) throw error;
      const theirs = await queryClient.fetchQuery({ ...requestOptions(requestId), staleTime: 0 });
      setConflict({ mine: values, theirs });
      throw error;
    }
  }
  return (
    <>
      <PageHeader title={titles.edit} answer={seen.school.name} />
      <RequestForm
        initial={valuesOf(seen)}
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
