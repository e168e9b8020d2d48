import { Button, Group } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ifMatch } from '@/api/client';
import { closeIndicatorPeriod, reopenIndicatorPeriod } from '@/api/gen/sdk.gen';
import type { IndicatorPeriodDetails } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { formatDay } from '@/lib/format';
import { Card } from '@/ui/card';
import { Dialog } from '@/ui/dialog';
import { StatusBadge } from '@/ui/status-badge';
import { doneToast } from '@/ui/toast';
import { periodName } from '../grid/model';
import { DecisionProblem } from './decision-problem';
import { PeriodDialog } from './period-dialog';
import { periodsChanged } from './queries';
import classes from './reports.module.css';
import { ru } from './ru';

interface Props {
  set: string;
  periods: readonly IndicatorPeriodDetails[];
}

/** The periods of a set: opened, given a last day, closed and opened again. */
export function PeriodCard({ set, periods }: Props) {
  const queryClient = useQueryClient();
  const [dialog, setDialog] = useState<IndicatorPeriodDetails | 'new' | null>(null);
  const [closing, setClosing] = useState<IndicatorPeriodDetails | null>(null);
  const turn = useMutation<unknown, Problem, IndicatorPeriodDetails>({
    mutationKey: ['turn-period'],
    mutationFn: ({ id, version, closedAt }) => {
      const common = { path: { id }, headers: ifMatch(version), throwOnError: true as const };
      return closedAt ? reopenIndicatorPeriod(common) : closeIndicatorPeriod(common);
    },
    onSuccess: async (_, { period, closedAt }) => {
      await periodsChanged(queryClient, set);
      setClosing(null);
      doneToast((closedAt ? ru.periods.reopened : ru.periods.closed)(periodName(period)));
    },
    onError: (problem) => {
      if (problem.status === 412) void periodsChanged(queryClient, set);
    },
  });
  return (
    <Card
      title={ru.periods.title}
      aside={
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconCalendarPlus size={16} aria-hidden="true" />}
          onClick={() => setDialog('new')}
        >
          {ru.periods.open}
        </Button>
      }
    >
      {closing ? null : <DecisionProblem problem={turn.error} />}
      {periods.length === 0 ? <p className={classes.plain}>{ru.periods.none}</p> : null}
      <ul className={classes.periods}>
        {periods.map((period) => (
          <li key={period.id}>
            <b>{periodName(period.period)}</b>
            <StatusBadge tone={period.closedAt ? 'neutral' : 'progress'}>
              {period.closedAt ? ru.periods.closedState : ru.periods.openState}
            </StatusBadge>
            <span className={classes.due}>
              {period.dueOn ? ru.periods.until(formatDay(period.dueOn)) : ru.periods.noDue}
            </span>
            <Group gap="xs">
              {period.closedAt ? (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={ru.periods.reopenOf(periodName(period.period))}
                  loading={turn.isPending && turn.variables.id === period.id}
                  onClick={() => turn.mutate(period)}
                >
                  {ru.periods.reopen}
                </Button>
              ) : (
                <>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={ru.periods.dueOf(periodName(period.period))}
                    onClick={() => setDialog(period)}
                  >
                    {ru.periods.changeDue}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={ru.periods.closeOf(periodName(period.period))}
                    onClick={() => setClosing(period)}
                  >
                    {ru.periods.close}
                  </Button>
                </>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {dialog ? (
        <PeriodDialog set={set} period={dialog === 'new' ? null : dialog} onClose={() => setDialog(null)} />
      ) : null}
      {closing ? (
        <Dialog title={ru.periods.closeOf(periodName(closing.period))} onClose={() => setClosing(null)}>
          <DecisionProblem problem={turn.error} />
          <p className={classes.plain}>{ru.periods.closeText}</p>
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={() => setClosing(null)}>
              {ru.cancel}
            </Button>
            <Button loading={turn.isPending} onClick={() => turn.mutate(closing)}>
              {ru.periods.closeYes}
            </Button>
          </Group>
        </Dialog>
      ) : null}
    </Card>
  );
}
