import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ifMatch } from '@/api/client';
import { reviseIndicatorMutation } from '@/api/gen/@tanstack/react-query.gen';
import type { IndicatorDetails } from '@/api/gen/types.gen';
import { toProblem } from '@/api/problem';
import { missing } from '@/lib/format';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { VersionConflict } from '@/ui/version-conflict';
import { DefinitionForm } from './definition-form';
import { type DefinitionField, type DefinitionValues, revision, valuesOf } from './definition-values';
import { definitionOptions, definitionsChanged } from './queries';
import { form } from './ru';

const compared: readonly DefinitionField[] = [
  'name',
  'group',
  'method',
  'formula',
  'min',
  'max',
  'decimals',
  'warnChangePercent',
];

/** Revision of a definition under the version that was seen; a newer one is shown, never overwritten unasked. */
export function EditDefinition({ indicatorId }: { indicatorId: string }) {
  const queryClient = useQueryClient();
  const current = useSuspenseQuery(definitionOptions(indicatorId)).data;
  // The version that the person began to edit, whatever is loaded in the background meanwhile.
  const [seen] = useState<IndicatorDetails>(current);
  const [conflict, setConflict] = useState<{ mine: DefinitionValues; theirs: IndicatorDetails } | null>(null);
  const revise = useMutation({ ...reviseIndicatorMutation(), mutationKey: ['revise-indicator'] });
  const navigate = useNavigate();
  const done = useRef(false);
  const toCard = () => navigate({ to: '/indicators/definitions/$indicatorId', params: { indicatorId } });

  async function save(values: DefinitionValues, version: number) {
    try {
      const headers = ifMatch(version);
      const saved = await revise.mutateAsync({ path: { id: indicatorId }, headers, body: revision(values) });
      setConflict(null);
      queryClient.setQueryData(definitionOptions(indicatorId).queryKey, saved);
      done.current = true;
      doneToast(form.saved);
      await definitionsChanged(queryClient);
      await toCard();
    } catch (error) {
      if (toProblem(error).status !== 412) throw error;
      const theirs = await queryClient.fetchQuery({ ...definitionOptions(indicatorId), staleTime: 0 });
      setConflict({ mine: values, theirs });
      throw error;
    }
  }
  const words = (values: DefinitionValues, field: DefinitionField) => values[field]?.trim() || missing;

  return (
    <>
      <PageHeader title={form.editTitle} answer={seen.name} />
      <DefinitionForm
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
          fields={compared.map((field) => ({
            name: form.fields[field],
            mine: words(conflict.mine, field),
            theirs: words(valuesOf(conflict.theirs), field),
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
