import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { recordResults, withdrawTeachers } from '@/api/gen/sdk.gen';
import type { CourseRunDetails, EnrolmentSummary, RecordResultsBody } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { formatNumber } from '@/lib/format';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import { trainingChanged } from './queries';
import { CompleteDialog, ReasonDialog } from './result-dialogs';
import { run as text } from './ru';
import classes from './training.module.css';

interface Props {
  run: CourseRunDetails;
  chosen: readonly EnrolmentSummary[];
  mayDecide: boolean;
  onClear: () => void;
}

/** What is sent: results, or people taken off the run. */
export type BulkChange = { results: RecordResultsBody } | { withdraw: string };

/** What can be done with all who are chosen, where the thumb and the eye are. */
export function BulkBar({ run, chosen, mayDecide, onClear }: Props) {
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<'complete' | 'fail' | 'withdraw'>();
  const rows = chosen.map(({ id, version }) => ({ id, version }));
  const change = useMutation<unknown, Problem, BulkChange>({
    mutationKey: ['change-enrolments', run.id],
    mutationFn: (asked) =>
      'results' in asked
        ? recordResults({ path: { id: run.id }, body: asked.results, throwOnError: true })
        : withdrawTeachers({
            path: { id: run.id },
            body: { rows, reason: asked.withdraw || null },
            throwOnError: true,
          }),
    onSuccess: () => {
      doneToast(text.saved(formatNumber(chosen.length)));
      setOpen(undefined);
      onClear();
    },
    onSettled: () => trainingChanged(queryClient),
  });
  const begun = run.state === 'Running' || run.state === 'Finished';
  const dialog = { error: change.error, pending: change.isPending, onClose: () => setOpen(undefined) };
  const ask = (next: typeof open) => {
    change.reset();
    setOpen(next);
  };
  return (
    <section className={`${classes.chosen} no-print`} aria-label={text.chosen(formatNumber(chosen.length))}>
      <strong>{text.chosen(formatNumber(chosen.length))}</strong>
      {mayDecide ? (
        <Button
          size="xs"
          variant="default"
          loading={change.isPending && !open}
          onClick={() => change.mutate({ results: { state: 'Enrolled', rows } })}
        >
          {text.bulk.confirm}
        </Button>
      ) : null}
      {mayDecide && begun ? (
        <>
          <Button size="xs" onClick={() => ask('complete')}>
            {text.bulk.complete}
          </Button>
          <Button size="xs" variant="default" onClick={() => ask('fail')}>
            {text.bulk.fail}
          </Button>
        </>
      ) : null}
      <Button size="xs" variant="default" onClick={() => ask('withdraw')}>
        {text.bulk.withdraw}
      </Button>
      <Button size="xs" variant="subtle" onClick={onClear}>
        {text.unchoose}
      </Button>
      {change.error && !open ? <ProblemAlert error={change.error} /> : null}
      {open === 'complete' ? (
        <CompleteDialog chosen={chosen} onSend={(results) => change.mutate({ results })} {...dialog} />
      ) : null}
      {open === 'fail' ? (
        <ReasonDialog
          words={text.results.fail}
          needed
          onSend={(reason) => change.mutate({ results: { state: 'NotCompleted', rows, reason } })}
          {...dialog}
        />
      ) : null}
      {open === 'withdraw' ? (
        <ReasonDialog
          words={text.results.withdraw}
          onSend={(reason) => change.mutate({ withdraw: reason })}
          {...dialog}
        />
      ) : null}
    </section>
  );
}
