import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { defineIndicatorMutation } from '@/api/gen/@tanstack/react-query.gen';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { DefinitionForm } from './definition-form';
import { blank, type DefinitionValues, definition } from './definition-values';
import { definitionsChanged, setsOptions } from './queries';
import { form } from './ru';

/** A new indicator; `set` is the one from whose list the person came. */
export function AddDefinition({ set }: { set: string | undefined }) {
  const queryClient = useQueryClient();
  const sets = useSuspenseQuery(setsOptions()).data.filter(({ editable }) => editable);
  const define = useMutation({ ...defineIndicatorMutation(), mutationKey: ['define-indicator'] });
  const navigate = useNavigate();
  const done = useRef(false);
  const wanted = sets.find(({ id }) => id === set) ?? (sets.length === 1 ? sets[0] : undefined);
  async function save(values: DefinitionValues) {
    const added = await define.mutateAsync({ body: definition(values) });
    done.current = true;
    doneToast(form.added);
    await definitionsChanged(queryClient);
    await navigate({ to: '/indicators/definitions/$indicatorId', params: { indicatorId: added.id } });
  }
  return (
    <>
      <PageHeader title={form.addTitle} answer={form.addAnswer} />
      <DefinitionForm
        initial={{ ...blank, setId: wanted?.id ?? null }}
        isNew
        submitLabel={form.add}
        save={save}
        pending={define.isPending}
        problem={define.error}
        done={done}
        onCancel={() => void navigate({ to: '/indicators/definitions', search: { set } })}
      />
    </>
  );
}
