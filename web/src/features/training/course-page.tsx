import { Button } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ifMatch } from '@/api/client';
import { subjectsOptions } from '@/api/dictionaries';
import { closeCourse, reopenCourse } from '@/api/gen/sdk.gen';
import type { CourseDetails, CourseRunSummary } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { formatNumber, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { Facts } from '@/ui/facts';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { StatusBadge } from '@/ui/status-badge';
import { doneToast } from '@/ui/toast';
import { courseOptions, deficitsOptions, runsOptions, trainingChanged } from './queries';
import { card, formNames, ru } from './ru';
import { RunBadge } from './state-badges';
import classes from './training.module.css';
import { daysWords, freeWords } from './words';

export function CoursePage({ courseId }: { courseId: string }) {
  const course = useSuspenseQuery(courseOptions(courseId)).data;
  const runs = useSuspenseQuery(runsOptions(courseId)).data.items;
  const { title, hours, form, closedOn, editable } = course;
  const addRun =
    editable && !closedOn ? (
      <LinkButton
        to="/training/courses/$courseId/run"
        params={{ courseId }}
        leftSection={<IconPlus size={18} aria-hidden="true" />}
      >
        {card.addRun}
      </LinkButton>
    ) : null;
  return (
    <>
      <PageHeader
        title={title}
        above={
          <p className={classes.above}>
            <Link to="/training/courses">{ru.title}</Link>
            {closedOn ? <StatusBadge tone="neutral">{ru.closed}</StatusBadge> : null}
          </p>
        }
        answer={`${ru.hours(hours)}, ${formNames[form]}`}
        actions={
          <>
            {editable ? <CourseActions course={course} /> : null}
            {addRun}
          </>
        }
      />
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Card title={card.runs} flush={runs.length > 0}>
            {runs.length > 0 ? (
              <RunTable rows={runs} />
            ) : (
              <EmptyState title={card.noRuns} action={addRun}>
                {editable ? card.noRunsText : null}
              </EmptyState>
            )}
          </Card>
        </div>
        <About course={course} />
      </div>
    </>
  );
}

function CourseActions({ course }: { course: CourseDetails }) {
  const queryClient = useQueryClient();
  const turn = useMutation<unknown, Problem, void>({
    mutationKey: ['turn-course', course.id],
    mutationFn: () =>
      (course.closedOn ? reopenCourse : closeCourse)({
        path: { id: course.id },
        headers: ifMatch(course.version),
        throwOnError: true,
      }),
    onSuccess: () => doneToast(course.closedOn ? card.reopened : card.closed),
    onSettled: () => trainingChanged(queryClient),
  });
  return (
    <>
      {turn.error ? <ProblemAlert error={turn.error} /> : null}
      <Button variant="default" loading={turn.isPending} onClick={() => turn.mutate()}>
        {course.closedOn ? card.reopen : card.close}
      </Button>
      <LinkButton
        variant="default"
        to="/training/courses/$courseId/edit"
        params={{ courseId: course.id }}
        leftSection={<IconPencil size={18} aria-hidden="true" />}
      >
        {card.edit}
      </LinkButton>
    </>
  );
}

function RunTable({ rows }: { rows: readonly CourseRunSummary[] }) {
  const columns: Column<CourseRunSummary>[] = [
    {
      id: 'dates',
      header: ru.fields.dates,
      card: 'title',
      nowrap: true,
      cell: ({ startsOn, endsOn }) => daysWords(startsOn, endsOn),
    },
    { id: 'place', header: ru.fields.place, cell: ({ place, link }) => place ?? link ?? missing },
    {
      id: 'seats',
      header: ru.fields.seats,
      cell: ({ seats, taken, waiting }) => (
        <>
          {ru.ofSeats(formatNumber(taken), formatNumber(seats))},{' '}
          <span className={classes.soft}>{waiting > 0 ? ru.waiting(waiting) : freeWords(seats, taken)}</span>
        </>
      ),
    },
    { id: 'state', header: ru.fields.state, nowrap: true, cell: ({ state }) => <RunBadge state={state} /> },
  ];
  return (
    <DataTable
      caption={card.runs}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowLink={({ id }) => ({ to: '/training/runs/$runId', params: { runId: id } })}
      plain
    />
  );
}

function About({ course }: { course: CourseDetails }) {
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const deficits = useSuspenseQuery(deficitsOptions()).data;
  const mended = course.deficits.map((code) => deficits.find((one) => one.code === code)?.name ?? code);
  const named = course.subjects.map((code) => subjects.find((one) => one.code === code)?.name ?? code).join(', ');
  const facts: [string, ReactNode][] = [
    [ru.fields.provider, course.provider?.name ?? card.unknown],
    [ru.fields.audience, course.audience ?? card.unknown],
    [ru.fields.subjects, named || card.all],
    [ru.fields.deficits, mended.join('; ') || card.unknown],
    [ru.fields.municipality, course.municipality?.name ?? ru.region],
  ];
  return (
    <Card title={card.about}>
      <Facts items={facts} />
    </Card>
  );
}
