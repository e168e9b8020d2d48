import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  checkIndicatorReportQuery,
  getIndicatorGridQuery,
  getIndicatorValueHistoryQuery,
  getTargetTrajectoryQuery,
  lintIndicatorTargetsQuery,
  listIndicatorPeriodsQuery,
  listIndicatorSetsQuery,
} from '@/api/gen/@tanstack/react-query.gen';
import { saveIndicatorCells, saveIndicatorTargets } from '@/api/gen/sdk.gen';
import type { IndicatorGrid } from '@/api/gen/types.gen';
import type { Spot } from './model';
import type { EntrySearch } from './search';
import type { Server } from './store';

/** Which grid an address means: the set, the place and the periods. */
export type GridQuestion = Pick<EntrySearch, 'school' | 'municipality' | 'from' | 'to'> & { set: string };

/** Not kept once it is left: what was saved since lives in the store of the grid, not here. */
export const gridOptions = (question: GridQuestion) =>
  queryOptions({ ...getIndicatorGridQuery({ query: question }), placeholderData: keepPreviousData, gcTime: 0 });

export const setsOptions = () => queryOptions({ ...listIndicatorSetsQuery(), staleTime: 60_000 });

export const periodsOptions = (set: string) => listIndicatorPeriodsQuery({ query: { set } });

export const checkOptions = (grid: IndicatorGrid, period: string) =>
  queryOptions({
    ...checkIndicatorReportQuery({
      query: {
        set: grid.setId,
        period,
        ...(grid.schoolId ? { school: grid.schoolId } : { municipality: grid.municipalityCode ?? undefined }),
      },
    }),
    staleTime: 0,
    gcTime: 0,
  });

/** Writes values and targets of the place that the grid shows. */
export function serverOf({ schoolId, municipalityCode }: Pick<IndicatorGrid, 'schoolId' | 'municipalityCode'>): Server {
  const place = schoolId ? { schoolId } : { municipalityCode };
  return {
    values: async (cells) => (await saveIndicatorCells({ body: { ...place, cells }, throwOnError: true })).data.cells,
    targets: async (targets) =>
      (await saveIndicatorTargets({ body: { ...place, targets }, throwOnError: true })).data.cells,
  };
}

/** Never kept: a value that has just been saved has one more step. */
export const valueHistoryOptions = (grid: IndicatorGrid, { line, column }: Spot) =>
  queryOptions({
    ...getIndicatorValueHistoryQuery({
      query: {
        indicator: line.indicator.id,
        period: column.period,
        breakdown: line.part.breakdown || undefined,
        ...(grid.schoolId ? { school: grid.schoolId } : { municipality: grid.municipalityCode ?? undefined }),
      },
    }),
    staleTime: 0,
    gcTime: 0,
  });

/** What is doubtful about the targets of a period. */
export const lintOptions = (grid: IndicatorGrid, period: string) =>
  queryOptions({
    ...lintIndicatorTargetsQuery({
      query: {
        set: grid.setId,
        period,
        ...(grid.schoolId ? { school: grid.schoolId } : { municipality: grid.municipalityCode ?? undefined }),
      },
    }),
    staleTime: 0,
  });

/** Never kept: every value that is saved moves along the way. */
export const trajectoryOptions = (id: string) =>
  queryOptions({ ...getTargetTrajectoryQuery({ path: { id } }), staleTime: 0, gcTime: 0 });

/** After a period was handed in or decided: every grid is looked at again. */
export function gridsChanged(queryClient: QueryClient): Promise<void> {
  return changed(queryClient, 'getIndicatorGrid');
}

/** After a target was set, revised or taken away: with the grid its way and what is doubtful about it. */
export function targetsChanged(queryClient: QueryClient): Promise<void> {
  return changed(queryClient, 'getIndicatorGrid', 'getTargetTrajectory', 'lintIndicatorTargets');
}

function changed(queryClient: QueryClient, ...asked: string[]): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey }) => asked.includes((queryKey[0] as { _id?: string } | undefined)?._id ?? ''),
  });
}
