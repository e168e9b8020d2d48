import { Button, Group, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { submitIndicatorReport } from '@/api/gen/sdk.gen';
import type { GridColumn, IndicatorGrid, ReportCheckDetails, ReportFinding } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { formatNumber } from '@/lib/format';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { Dialog } from '@/ui/dialog';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import classes from './entry.module.css';
import { periodName } from './model';
import { checkOptions, gridsChanged } from './queries';
import { ru } from './ru';
import type { GridStore } from './store';
import { useSummary } from './use-cell';

interface Props {
  grid: IndicatorGrid;
  store: GridStore;
  column: GridColumn;
  /** Only to look it through, or to hand it in as well. */
  submitting: boolean;
  onCell: (key: string) => void;
  onClose: () => void;
}

const findings = ['Fault', 'Unexplained', 'Missing'] as const satisfies readonly ReportFinding[];

/** What the server finds in a period, each thing leading to its cell; and handing it in. */
export function SubmitDialog({ grid, store, column, submitting, onCell, onClose }: Props) {
  const check = useQuery(checkOptions(grid, column.period));
  const { unsaved } = useSummary(store);
  const title = (submitting ? ru.submitting.title : ru.checked.title)(periodName(column.period));
  return (
    <Dialog title={title} size="lg" onClose={onClose}>
      {unsaved.length > 0 ? (
        <Note tone="bad" title={ru.unsaved(formatNumber(unsaved.length))}>
          <p className={classes.plain}>{ru.submitting.unsaved}</p>
        </Note>
      ) : null}
      {check.data ? (
        <>
          <Found check={check.data} period={column.period} onCell={onCell} />
          {submitting ? (
            <HandIn grid={grid} column={column} check={check.data} held={unsaved.length > 0} onClose={onClose} />
          ) : (
            <Group justify="flex-end" mt="md">
              <Button onClick={onClose} data-autofocus>
                {ru.checked.close}
              </Button>
            </Group>
          )}
        </>
      ) : check.error ? (
        <ProblemAlert error={check.error} onRetry={() => void check.refetch()} />
      ) : (
        <DelayedSkeleton rows={4} />
      )}
    </Dialog>
  );
}

function Found({
  check,
  period,
  onCell,
}: {
  check: ReportCheckDetails;
  period: string;
  onCell: (key: string) => void;
}) {
  return (
    <div className={classes.found}>
      <p className={classes.plain}>
        <b>{ru.checked.filled(formatNumber(check.filled), formatNumber(check.required))}.</b>{' '}
        {check.items.length === 0 ? ru.checked.fine : null}
      </p>
      {findings.map((finding) => {
        const items = check.items.filter((item) => item.finding === finding);
        if (items.length === 0) return null;
        return (
          <section key={finding}>
            <h3 className={classes.legendTitle}>
              {ru.checked.findings[finding]}: {formatNumber(items.length)}
            </h3>
            <ul className={classes.items}>
              {items.map(({ code, name, breakdown, fault }) => {
                const key = `${code}@${period}${breakdown ? `@${breakdown}` : ''}`;
                return (
                  <li key={key}>
                    <button type="button" className={classes.itemLink} onClick={() => onCell(key)}>
                      {name}
                    </button>
                    {finding === 'Missing' ? null : <span className={classes.itemWhy}>{fault.message}</span>}
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

interface HandInProps {
  grid: IndicatorGrid;
  column: GridColumn;
  check: ReportCheckDetails;
  /** Something is not saved: that first. */
  held: boolean;
  onClose: () => void;
}

function HandIn({ grid, column, check, held, onClose }: HandInProps) {
  const queryClient = useQueryClient();
  const note = useRef<HTMLTextAreaElement>(null);
  const [asked, setAsked] = useState(false);
  const missing = check.items.some(({ finding }) => finding === 'Missing');
  const submit = useMutation<unknown, Problem, string | null>({
    mutationKey: ['submit-report'],
    mutationFn: (said) =>
      submitIndicatorReport({
        body: {
          setId: grid.setId,
          period: column.period,
          ...(grid.schoolId ? { schoolId: grid.schoolId } : { municipalityCode: grid.municipalityCode }),
          note: said,
        },
        throwOnError: true,
      }),
    onSuccess: async () => {
      await gridsChanged(queryClient);
      doneToast(ru.submitting.done);
      onClose();
    },
  });
  if (held || !check.mayBeSubmitted)
    return (
      <Group justify="flex-end" mt="md">
        {held ? null : <p className={classes.plain}>{ru.submitting.fix}</p>}
        <Button onClick={onClose} data-autofocus>
          {ru.submitting.cancel}
        </Button>
      </Group>
    );
  function send() {
    const said = note.current?.value.trim() || null;
    if (missing && !said) {
      setAsked(true);
      note.current?.focus();
    } else if (!submit.isPending) submit.mutate(said);
  }
  return (
    <>
      {submit.error ? <ProblemAlert error={submit.error} /> : null}
      <Textarea
        ref={note}
        mt="md"
        rows={2}
        maxLength={1000}
        label={missing ? ru.submitting.noteMissing : ru.submitting.note}
        required={missing}
        withAsterisk={missing}
        error={asked ? ru.submitting.noteNeeded : undefined}
      />
      <p>{ru.submitting.text}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {ru.submitting.cancel}
        </Button>
        <Button loading={submit.isPending} onClick={send}>
          {ru.submitting.confirm}
        </Button>
      </Group>
    </>
  );
}
