import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TeacherDetails } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { doneToast } from '@/ui/toast';
import { teacherChanged, teacherOptions } from './queries';

/** A change of a teacher under the version that is shown; after a 412 the newer card is loaded and the change can be repeated. */
export function useTeacherChange<Values = void>(
  { id, version }: TeacherDetails,
  send: (values: Values, version: number) => Promise<TeacherDetails>,
  message: string,
  onDone?: () => void,
) {
  const queryClient = useQueryClient();
  return useMutation<TeacherDetails, Problem, Values>({
    mutationKey: ['change-teacher', id],
    mutationFn: (values) => send(values, version),
    onSuccess: async (changed) => {
      await teacherChanged(queryClient, changed);
      doneToast(message);
      onDone?.();
    },
    onError: async (problem) => {
      if (problem.status === 412) await queryClient.fetchQuery({ ...teacherOptions(id), staleTime: 0 });
    },
  });
}
