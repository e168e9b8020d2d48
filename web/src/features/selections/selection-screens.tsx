import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ifMatch } from '@/api/client';
import { announceSelectionMutation, reviseSelectionMutation } from '@/api/gen/@tanstack/react-query.gen';
import type { SelectionDetails } from '@/api/gen/types.gen';
import { toProblem } from '@/api/problem';
import { useMe } from '@/api/session';
import { today } from '@/lib/today';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { VersionConflict } from '@/ui/version-conflict';
import { selectionChanged, selectionOptions } from './queries';
import { form, ru } from './ru';
import { SelectionForm } from './selection-form';
import { bodyOf, comparedFields, emptyValues, type SelectionValues, valuesOf, valueWords } from './selection-values';

/** A new selection. */
export function AddSelection() {
  const queryClient = useQueryClient();
  const make = useMutation({ ...announceSelectionMutation(), mutationKey: ['announce-selection'] });
  const navigate = useNavigate();
  const done = useRef(false);
  const now = today(useMe().region.timeZone);
  const [initial] = useState(() => emptyValues(now));
  async function save(values: SelectionValues) {
    const made = await make.mutateAsync({ body: bodyOf(values) });
    await selectionChanged(queryClient, made);
    done.current = true;
    doneToast(form.added);
    await navigate({ to: '/support/selections/$selectionId', params: { selectionId: made.id } });
  }
  return (
    <>
      <PageHeader title={form.addTitle} answer={form.addAnswer} />
      <SelectionForm
        initial={initial}
        judged={false}
        submitLabel={ru.add}
        save={save}
        pending={make.isPending}
        problem={make.error}
        done={done}
        onCancel={() => void navigate({ to: '/support/selections' })}
      />
    </>
  );
}

/** Correction under the version that was seen; a newer one is shown, never overwritten unasked. */
export function EditSelection({ selectionId }: { selectionId: string }) {
  const queryClient = useQueryClient();
  const current = useSuspenseQuery(selectionOptions(selectionId)).data;
  // The version that the person began to edit, whatever is loaded in the background meanwhile.
  const [seen] = useState<SelectionDetails>(current);
  const [conflict, setConflict] = useState<{ mine: SelectionValues; theirs: SelectionDetails } | null>(null);
  const revise = useMutation({ ...reviseSelectionMutation(), mutationKey: ['revise-selection'] });
  const navigate = useNavigate();
  const done = useRef(false);
  const toCard = () => navigate({ to: '/support/selections/$selectionId', params: { selectionId } });

  async function save(values: SelectionValues, version: number) {
    try {
      const saved = await revise.mutateAsync({
        path: { id: selectionId },
        headers: ifMatch(version),
        body: bodyOf(values),
      });
      setConflict(null);
      await selectionChanged(queryClient, saved);
      done.current = true;
      doneToast(form.saved);
      await toCard();
    } catch (error) {
      if (toProblem(error).status !== 412) throw error;
      const theirs = await queryClient.fetchQuery({ ...selectionOptions(selectionId), staleTime: 0 });
      setConflict({ mine: values, theirs });
      throw error;
    }
  }

  return (
    <>
      <PageHeader title={form.editTitle} answer={seen.title} />
      <SelectionForm
        initial={valuesOf(seen)}
        judged={seen.judged}
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
