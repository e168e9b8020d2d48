import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CellTarget, IndicatorGrid, TargetDoubt } from '@/api/gen/types.gen';
import { formatNumber } from '@/lib/format';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import classes from './entry.module.css';
import { type Spot, yearBefore } from './model';
import { lintOptions } from './queries';
import { ru } from './target-ru';
import { isRefused, type TargetChange, useSaveTarget } from './use-save-target';

interface Props {
  grid: IndicatorGrid;
  spot: Spot;
  target: CellTarget | null;
}

/** What is doubtful about a target; what the server proposes instead is one click away. */
export function TargetDoubts({ grid, spot, target }: Props) {
  const { indicator } = spot.line;
  const lint = useQuery(lintOptions(grid, spot.column.period));
  const fix = useSaveTarget(grid, spot);
  const doubts = (lint.data?.items ?? []).filter(({ indicatorId }) => indicatorId === indicator.id);
  return (
    <>
      {fix.error ? <ProblemAlert error={fix.error} /> : null}
      {isRefused(fix.data) ? <Note tone="bad" alert title={fix.data?.faults[0]?.message} /> : null}
      {doubts.map((doubt) => {
        const change = target && !spot.column.closed ? fixOf(doubt, target, spot) : null;
        return (
          <Note key={doubt.finding} title={ru.doubts[doubt.finding]}>
            <p className={classes.plain}>
              {doubt.message}
              {doubt.proposal ? `. ${ru.proposal(doubt.proposal)}` : ''}
            </p>
            {change ? (
              <Button
                size="xs"
                variant="default"
                mt="xs"
                w="fit-content"
                loading={fix.isPending}
                onClick={() => fix.mutate(change)}
              >
                {(doubt.finding === 'BaselineMissing' ? ru.fixBaseline : ru.fixTarget)(
                  `${formatNumber(doubt.proposed, 3)}${indicator.unit === 'Share' ? '\u00a0%' : ''}`,
                )}
              </Button>
            ) : null}
          </Note>
        );
      })}
    </>
  );
}

function fixOf({ finding, proposed }: TargetDoubt, target: CellTarget, { column }: Spot): TargetChange | null {
  if (proposed === null) return null;
  const { version } = target;
  return finding === 'BaselineMissing'
    ? {
        target: { number: target.number },
        version,
        baseline: { number: proposed },
        baselinePeriod: yearBefore(column.period),
      }
    : { target: { number: proposed }, version };
}
