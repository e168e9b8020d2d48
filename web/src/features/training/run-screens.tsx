import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ifMatch } from '@/api/client';
import { planCourseRunMutation, reviseCourseRunMutation } from '@/api/gen/@tanstack/react-query.gen';
import type { CourseRunDetails } from '@/api/gen/types.gen';
import { toProblem } from '@/api/problem';
import { formatDay } from '@/lib/format';
import { PageHeader } from '@/ui/page-header';
import { doneToast } from '@/ui/toast';
import { VersionConflict } from '@/ui/version-conflict';
import { emptyRun, type RunValues, runBody, runValues } from './course-values';
import { courseOptions, runOptions, trainingChanged } from './queries';
import { form, ru } from './ru';
import { RunForm } from './run-form';
import { titles } from './titles';

export function AddRun({ courseId }: { courseId: string }) {
  const queryClient = useQueryClient();
  const course = useSuspenseQuery(courseOptions(courseId)).data;
  const plan = useMutation({ ...planCourseRunMutation(), mutationKey: ['plan-run'] });
  const navigate = useNavigate();
  const done = useRef(false);
  async function save(values: RunValues) {
    const added = await plan.mutateAsync({ body: { courseId, facts: runBody(values), open: values.open } });
    await trainingChanged(queryClient);
    done.current = true;
    doneToast(form.runAdded);
    await navigate({ to: '/training/runs/$runId', params: { runId: added.id } });
  }
  return (
    <>
      <PageHeader title={titles.addRun} answer={course.title} />
      <RunForm
        initial={emptyRun}
        isNew
        save={save}
        pending={plan.isPending}
        problem={plan.error}
        done={done}
        onCancel={() => void navigate({ to: '/training/courses/$courseId', params: { courseId } })}
      />
    </>
  );
}

/** Correction under the version that was seen; a newer one is shown, never overwritten unasked. */
export function EditRun({ runId }: { runId: string }) {
  const queryClient = useQueryClient();
  const current = useSuspenseQuery(runOptions(runId)).data;
  const [seen] = useState<CourseRunDetails>(current);
  const [conflict, setConflict] = useState<{ mine: RunValues; theirs: CourseRunDetails } | null>(null);
  const revise = useMutation({ ...reviseCourseRunMutation(), mutationKey: ['revise-run'] });
  const navigate = useNavigate();
  const done = useRef(false);
  const toCard = () => navigate({ to: '/training/runs/$runId', params: { runId } });
  async function save(values: RunValues, version: number) {
    try {
      await revise.mutateAsync({ path: { id: runId }, headers: ifMatch(version), body: runBody(values) });
      setConflict(null);
      await trainingChanged(queryClient);
      done.current = true;
      doneToast(form.runSaved);
      await toCard();
    } catch (error) {
      if (toProblem(error).status === 412)
        setConflict({ mine: values, theirs: await queryClient.fetchQuery({ ...runOptions(runId), staleTime: 0 }) });
      throw error;
    }
  }
  const words = (values: RunValues) => [
    formatDay(values.startsOn),
    formatDay(values.endsOn),
    values.seats,
    values.place,
    values.link,
  ];
  const names = [ru.fields.startsOn, ru.fields.endsOn, ru.fields.seats, ru.fields.place, ru.fields.link];
  return (
    <>
      <PageHeader title={titles.editRun} answer={seen.course.title} />
      <RunForm
        initial={runValues(seen)}
        isNew={false}
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
            theirs: words(runValues(conflict.theirs))[i] ?? '',
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
