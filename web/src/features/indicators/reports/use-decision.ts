import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ifMatch } from '@/api/client';
import { acceptIndicatorReport, returnIndicatorReport } from '@/api/gen/sdk.gen';
import type { ReportSummary } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { doneToast } from '@/ui/toast';
import { reportsChanged } from './queries';
import { ru } from './ru';

export interface Decision {
  report: ReportSummary;
  /** What has to be put right; null accepts. */
  reason: string | null;
}

/** Accepts a submission or sends it back, under the version that is shown; after a 412 the newer state is loaded. */
export function useDecision(onDone?: () => void) {
  const queryClient = useQueryClient();
  return useMutation<unknown, Problem, Decision>({
    mutationKey: ['decide-report'],
    mutationFn: ({ report, reason }) => {
      const common = {
        path: { id: report.reportId ?? '' },
        headers: ifMatch(report.version ?? 0),
        throwOnError: true as const,
      };
      return reason === null ? acceptIndicatorReport(common) : returnIndicatorReport({ ...common, body: { reason } });
    },
    onSuccess: async (_, { report, reason }) => {
      await reportsChanged(queryClient);
      doneToast((reason === null ? ru.accepted : ru.returned)(report.schoolName));
      onDone?.();
    },
    onError: async (problem) => {
      if (problem.status === 412) await reportsChanged(queryClient);
    },
  });
}
