import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CellResult, IndicatorGrid, TargetWrite } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { doneToast } from '@/ui/toast';
import type { Spot } from './model';
import { serverOf, targetsChanged } from './queries';
import { ru } from './target-ru';

export type TargetChange = Omit<TargetWrite, 'indicatorId' | 'period'>;

const refusals = new Set(['Invalid', 'Conflict', 'Locked']);
export const isRefused = (result: CellResult | undefined) => result !== undefined && refusals.has(result.outcome);

/** Writes the target of one cell under the version that was seen; what was refused stays to be put right. */
export function useSaveTarget(grid: IndicatorGrid, spot: Spot, onDone?: () => void) {
  const queryClient = useQueryClient();
  return useMutation<CellResult | undefined, Problem, TargetChange>({
    mutationKey: ['save-target'],
    mutationFn: async (change) => {
      const write = { ...change, indicatorId: spot.line.indicator.id, period: spot.column.period };
      return (await serverOf(grid).targets([write]))[0];
    },
    onSuccess: async (result, { target }) => {
      // What somebody else has set meanwhile comes into sight.
      if (result?.outcome !== 'Invalid') await targetsChanged(queryClient);
      if (isRefused(result)) return;
      doneToast(target ? ru.saved : ru.removed);
      onDone?.();
    },
  });
}
