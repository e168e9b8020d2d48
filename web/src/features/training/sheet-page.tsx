import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { markAttendance } from '@/api/gen/sdk.gen';
import type { EnrolmentSummary } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { useCan, useMe } from '@/api/session';
import { formatDay } from '@/lib/format';
import { today } from '@/lib/today';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import { nameOf } from './names';
import { attendanceOptions, runOptions, seatedOptions, trainingChanged } from './queries';
import { sheet as text } from './ru';
import classes from './training.module.css';
import { daysOf, daysWords } from './words';

/** The sheet of attendance: days across, a line for each signature, and marks of one day at a time on screen. */
export function SheetPage({ runId }: { runId: string }) {
  const run = useSuspenseQuery(runOptions(runId)).data;
  const people = useSuspenseQuery(seatedOptions(runId)).data;
  const marks = useSuspenseQuery(attendanceOptions(runId)).data;
  const mayMark = useCan('training:write');
  const { region } = useMe();
  const days = daysOf(run.startsOn, run.endsOn);
  const cut = days.at(-1) !== run.endsOn;
  const past = days.filter((day) => day <= today(region.timeZone));
  const present = new Map(marks.map((mark) => [`${mark.enrolmentId} ${mark.on}`, mark.present]));
  const word = (row: EnrolmentSummary, day: string) => {
    const was = present.get(`${row.id} ${day}`);
    return was === undefined ? '' : was ? text.present : text.absent;
  };
  return (
    <>
      <PageHeader
        title={text.title}
        above={
          <p className={`${classes.above} no-print`}>
            <Link to="/training/runs/$runId" params={{ runId }}>
              {text.back}
            </Link>
          </p>
        }
        answer={[run.course.title, daysWords(run.startsOn, run.endsOn), run.place].filter(Boolean).join('. ')}
        actions={
          people.length > 0 ? (
            <Button leftSection={<IconPrinter size={18} aria-hidden="true" />} onClick={() => window.print()}>
              {text.print}
            </Button>
          ) : null
        }
      />
      {people.length === 0 ? (
        <EmptyState title={text.empty}>{text.emptyText}</EmptyState>
      ) : (
        <>
          {mayMark && past.length > 0 ? (
            <MarkDay key={marks.length} runId={runId} people={people} days={past} present={present} />
          ) : null}
          {past.length === 0 ? <p className={`${classes.soft} no-print`}>{text.future}</p> : null}
          <div className={classes.scroll}>
            <table className={classes.sheet}>
              <thead>
                <tr>
                  <th scope="col">{text.number}</th>
                  <th scope="col">{text.name}</th>
                  <th scope="col">{text.school}</th>
                  {days.map((day) => (
                    <th key={day} scope="col" className={classes.day}>
                      {formatDay(day).slice(0, 5)}
                    </th>
                  ))}
                  <th scope="col" style={{ minWidth: 110 }}>
                    {text.sign}
                  </th>
                </tr>
              </thead>
              <tbody>
                {people.map((row, i) => (
                  <tr key={row.id}>
                    <td>{i + 1}</td>
                    <th scope="row" style={{ fontWeight: 400 }}>
                      {nameOf(row)}
                    </th>
                    <td>{row.school.name}</td>
                    {days.map((day) => (
                      <td key={day} className={classes.day}>
                        {word(row, day)}
                      </td>
                    ))}
                    <td />
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {cut ? <p className={classes.soft}>{text.cut}</p> : null}
          <div className={`${classes.signs} print-only`}>
            <div className={classes.sign}>{text.leader}</div>
            <div className={classes.sign}>{text.date}</div>
          </div>
        </>
      )}
    </>
  );
}

interface MarkProps {
  runId: string;
  people: readonly EnrolmentSummary[];
  days: readonly string[];
  present: ReadonlyMap<string, boolean>;
}

/** Marks of one day, sent together. */
function MarkDay({ runId, people, days, present }: MarkProps) {
  const queryClient = useQueryClient();
  const [on, setOn] = useState(days.at(-1) ?? '');
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map());
  const was = (id: string) => changed.get(id) ?? present.get(`${id} ${on}`) ?? false;
  const save = useMutation<unknown, Problem, void>({
    mutationKey: ['mark-attendance', runId],
    mutationFn: () =>
      markAttendance({
        path: { id: runId },
        body: { on, rows: people.map(({ id, version }) => ({ id, version, present: was(id) })) },
        throwOnError: true,
      }),
    onSuccess: () => {
      setChanged(new Map());
      doneToast(text.saved);
    },
    onSettled: () => trainingChanged(queryClient),
  });
  return (
    <details className="no-print" style={{ marginBottom: 16 }}>
      <summary>{text.mark}</summary>
      <div className={classes.stack} style={{ padding: '12px 0', gap: 8 }}>
        {save.error ? <ProblemAlert error={save.error} /> : null}
        <NativeSelect
          label={text.date}
          w={200}
          value={on}
          data={days.map((day) => ({ value: day, label: formatDay(day) }))}
          onChange={(event) => {
            setOn(event.currentTarget.value);
            setChanged(new Map());
          }}
        />
        <Checkbox
          label={text.all}
          checked={people.every(({ id }) => was(id))}
          onChange={(event) => {
            const all = event.currentTarget.checked;
            setChanged(new Map(people.map(({ id }) => [id, all])));
          }}
        />
        {people.map((row) => (
          <Checkbox
            key={row.id}
            label={nameOf(row)}
            aria-label={text.who(nameOf(row))}
            checked={was(row.id)}
            onChange={(event) => setChanged(new Map(changed).set(row.id, event.currentTarget.checked))}
          />
        ))}
        <div>
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {text.save}
          </Button>
        </div>
      </div>
    </details>
  );
}
