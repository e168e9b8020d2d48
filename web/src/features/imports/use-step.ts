import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ifMatch } from '@/api/client';
import type { ImportDetails } from '@/api/gen/types.gen';
import { type Problem, toProblem } from '@/api/problem';
import { importChanged, importOptions } from './queries';

type IfMatch = ReturnType<typeof ifMatch>;

/** A step of a job. If the server refuses because the job has moved on, the page shows where it is now. */
export function useStep<Values = void>(
  job: ImportDetails,
  send: (values: Values, version: IfMatch) => Promise<{ data: ImportDetails }>,
) {
  const queryClient = useQueryClient();
  return useMutation<ImportDetails, Problem, Values>({
    mutationKey: ['import-step', job.id],
    mutationFn: async (values) => (await send(values, ifMatch(job.version))).data,
    onSuccess: (next) => importChanged(queryClient, next),
    onError: async (error) => {
      if ([409, 412].includes(toProblem(error).status)) {
        await queryClient.invalidateQueries({ queryKey: importOptions(job.id).queryKey });
      }
    },
  });
}
