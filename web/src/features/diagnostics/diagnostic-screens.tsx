import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ifMatch } from '@/api/client';
import { municipalitiesOptions } from '@/api/dictionaries';
import { announceDiagnosticMutation, reviseDiagnosticMutation } from '@/api/gen/@tanstack/react-query.gen';
import type { DiagnosticDetails } from '@/api/gen/types.gen';
import { toProblem } from '@/api/problem';
import { useMe } from '@/api/session';
import { formatDay } from '@/lib/format';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { VersionConflict } from '@/ui/version-conflict';
import { DiagnosticForm } from './diagnostic-form';
import { type DiagnosticValues, diagnosticBody, diagnosticValues, emptyDiagnostic } from './diagnostic-values';
import { diagnosticOptions, diagnosticsChanged } from './queries';
import { form, kindNames, ru } from './ru';
import { titles } from './titles';

export function AddDiagnostic() {
  const queryClient = useQueryClient();
  const { role } = useMe();
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const add = useMutation({ ...announceDiagnosticMutation(), mutationKey: ['announce-diagnostic'] });
  const navigate = useNavigate();
  const done = useRef(false);
  const own = role === 'Coordinator' && municipalities.length === 1 ? (municipalities[0]?.code ?? null) : null;
  async function save(values: DiagnosticValues) {
    const body = { facts: diagnosticBody(values), municipalityCode: values.municipalityCode || null };
    const added = await add.mutateAsync({ body });
    await diagnosticsChanged(queryClient);
    done.current = true;
    doneToast(form.added);
    await navigate({ to: '/training/diagnostics/$diagnosticId', params: { diagnosticId: added.id } });
  }
  return (
    <>
      <PageHeader title={titles.add} answer={form.answer} />
      <DiagnosticForm
        initial={emptyDiagnostic(own)}
        isNew
        save={save}
        pending={add.isPending}
        problem={add.error}
        done={done}
        onCancel={() => void navigate({ to: '/training/diagnostics' })}
      />
    </>
  );
}

/** Correction under the version that was seen; a newer one is shown, never overwritten unasked. */
export function EditDiagnostic({ diagnosticId }: { diagnosticId: string }) {
  const queryClient = useQueryClient();
  const current = useSuspenseQuery(diagnosticOptions(diagnosticId)).data;
  const [seen] = useState<DiagnosticDetails>(current);
  const [conflict, setConflict] = useState<{ mine: DiagnosticValues; theirs: DiagnosticDetails } | null>(null);
  const revise = useMutation({ ...reviseDiagnosticMutation(), mutationKey: ['revise-diagnostic'] });
  const navigate = useNavigate();
  const done = useRef(false);
  const toCard = () => navigate({ to: '/training/diagnostics/$diagnosticId', params: { diagnosticId } });
  async function save(values: DiagnosticValues, version: number) {
    try {
      const body = diagnosticBody(values);
      await revise.mutateAsync({ path: { id: diagnosticId }, headers: ifMatch(version), body });
      setConflict(null);
      await diagnosticsChanged(queryClient);
      done.current = true;
      doneToast(form.saved);
      await toCard();
    } catch (error) {
      if (toProblem(error).status === 412)
        setConflict({
          mine: values,
          theirs: await queryClient.fetchQuery({ ...diagnosticOptions(diagnosticId), staleTime: 0 }),
        });
      throw error;
    }
  }
  const words = (values: DiagnosticValues) => [
    values.title,
    kindNames[values.kind],
    formatDay(values.fromOn),
    formatDay(values.untilOn),
  ];
  const names = [ru.fields.title, ru.fields.kind, ru.fields.fromOn, ru.fields.untilOn];
  return (
    <>
      <PageHeader title={titles.edit} answer={seen.title} />
      <DiagnosticForm
        initial={diagnosticValues(seen)}
        provider={seen.provider}
        isNew={false}
        locked={seen.teachers > 0}
        save={(values) => save(values, seen.version)}
        pending={revise.isPending}
        problem={revise.error && toProblem(revise.error).status !== 412 ? revise.error : null}
        done={done}
        onCancel={() => void toCard()}
      />
      {conflict ? (
        <VersionConflict
          fields={names.map((name, i) => ({
            name,
            mine: words(conflict.mine)[i] ?? '',
            theirs: words(diagnosticValues(conflict.theirs))[i] ?? '',
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
