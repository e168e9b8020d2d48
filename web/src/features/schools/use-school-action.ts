import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ifMatch } from '@/api/client';
import { closeSchool, mergeSchool, moveSchool, reopenSchool } from '@/api/gen/sdk.gen';
import type { SchoolDetails } from '@/api/gen/types.gen';
import { type Problem, toProblem } from '@/api/problem';
import { doneToast } from '@/ui/toast';
import type { ActionValues } from './action-values';
import { schoolChanged, schoolOptions } from './queries';
import { actions } from './ru';
import type { ActionKind } from './school-action-dialog';

async function send(kind: ActionKind, id: string, version: number, values: ActionValues): Promise<SchoolDetails> {
  const common = { path: { id }, headers: ifMatch(version), throwOnError: true as const };
  const { on, reason, intoId, municipalityCode } = values;
  if (kind === 'close') return (await closeSchool({ ...common, body: { closedOn: on, reason } })).data;
  if (kind === 'merge') return (await mergeSchool({ ...common, body: { intoId, mergedOn: on, reason } })).data;
  if (kind === 'move') return (await moveSchool({ ...common, body: { municipalityCode, movedOn: on, reason } })).data;
  return (await reopenSchool({ ...common, body: { reason } })).data;
}

/** Runs an action under the version last shown; after a 412 the newer state is shown and the action can be repeated. */
export function useSchoolAction(kind: ActionKind, school: SchoolDetails, onDone: () => void) {
  const queryClient = useQueryClient();
  const [changed, setChanged] = useState<SchoolDetails | null>(null);
  const shown = changed ?? school;
  const mutation = useMutation<SchoolDetails, Problem, ActionValues>({
    mutationKey: [`${kind}-school`],
    mutationFn: (values) => send(kind, school.id, shown.version, values),
  });

  function run(values: ActionValues, onProblem: (problem: Problem) => void) {
    mutation.mutate(values, {
      onSuccess: async (now) => {
        await schoolChanged(queryClient, now);
        doneToast(actions.done[kind]);
        onDone();
      },
      onError: async (error) => {
        const problem = toProblem(error);
        if (problem.status === 412)
          setChanged(await queryClient.fetchQuery({ ...schoolOptions(school.id), staleTime: 0 }));
        else onProblem(problem);
      },
    });
  }

  const problem = mutation.error && mutation.error.status !== 412 ? mutation.error : null;
  return { run, pending: mutation.isPending, changed, problem };
}
