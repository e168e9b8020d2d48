import { Button } from '@mantine/core';
import { IconArrowBackUp, IconPencil, IconSend } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ifMatch } from '@/api/client';
import { submitApplication, withdrawApplication } from '@/api/gen/sdk.gen';
import type { ApplicationDetails, MarkDetails, SelectionDetails } from '@/api/gen/types.gen';
import { formatNumber, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { Facts } from '@/ui/facts';
import { lazyDialog } from '@/ui/lazy-dialog';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { StatusBadge } from '@/ui/status-badge';
import { scoreWords } from './applications-card';
import { ApplicationBadge } from './badges';
import { FilesCard } from './files-card';
import { applicationOptions, selectionOptions } from './queries';
import { card, application as text } from './ru';
import classes from './selections.module.css';
import { useApplicationChange } from './use-change';

const WriteDialog = lazyDialog(async () => (await import('./application-dialogs')).WriteDialog);
const MarksDialog = lazyDialog(async () => (await import('./application-dialogs')).MarksDialog);

interface Props {
  selectionId: string;
  applicationId: string;
}

export function ApplicationPage({ selectionId, applicationId }: Props) {
  const selection = useSuspenseQuery(selectionOptions(selectionId)).data;
  const application = useSuspenseQuery(applicationOptions(selectionId, applicationId)).data;
  const { school, schoolId, state, won, place, scoreThousandths, means } = application;
  const writable = application.editable && selection.state === 'Accepting';
  return (
    <>
      <PageHeader
        title={school}
        above={
          <p className={classes.above}>
            <Link to="/support/selections/$selectionId" params={{ selectionId }}>
              {selection.title}
            </Link>
            <ApplicationBadge state={state} />
            {won ? <StatusBadge tone="good">{card.won}</StatusBadge> : null}
          </p>
        }
        actions={writable ? <Actions application={application} /> : null}
      />
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Card title={text.offer}>
            <p className={classes.whole}>{application.text}</p>
          </Card>
          <Mine application={application} selection={selection} />
          {application.marks ? <Marks marks={application.marks} selection={selection} /> : null}
        </div>
        <div className={classes.stack}>
          <Card title={card.about}>
            <Facts
              items={[
                [
                  card.columns.school,
                  <Link key="school" to="/schools/$schoolId" params={{ schoolId }}>
                    {school}
                  </Link>,
                ],
                ...(place === null
                  ? []
                  : ([
                      [text.place, formatNumber(place)],
                      [text.score, scoreWords(scoreThousandths)],
                      ...(means ?? []).map(({ criterionId, meanThousandths }) => [
                        titleOf(selection, criterionId),
                        scoreWords(meanThousandths),
                      ]),
                    ] as [string, string][])),
              ]}
            />
          </Card>
          <FilesCard application={application} writable={writable} />
          {application.editable && !writable ? <p className={classes.none}>{text.closed}</p> : null}
        </div>
      </div>
    </>
  );
}

const titleOf = ({ criteria }: SelectionDetails, id: string) => criteria.find((one) => one.id === id)?.title ?? missing;

function Actions({ application }: { application: ApplicationDetails }) {
  const [writing, setWriting] = useState(false);
  const submitted = application.state === 'Submitted';
  const turn = useApplicationChange(
    application,
    async (_, version) => {
      const call = submitted ? withdrawApplication : submitApplication;
      const path = { id: application.selectionId, applicationId: application.id };
      return (await call({ path, headers: ifMatch(version), throwOnError: true })).data;
    },
    submitted ? text.withdrawn : text.submitted,
  );
  const Icon = submitted ? IconArrowBackUp : IconSend;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPencil size={18} aria-hidden="true" />}
        onClick={() => setWriting(true)}
      >
        {text.edit}
      </Button>
      <Button
        variant={submitted ? 'default' : 'filled'}
        leftSection={<Icon size={18} aria-hidden="true" />}
        loading={turn.isPending}
        onClick={() => turn.mutate()}
      >
        {submitted ? text.withdraw : text.submit}
      </Button>
      {turn.error ? <ProblemAlert error={turn.error} /> : null}
      {writing ? <WriteDialog application={application} onClose={() => setWriting(false)} /> : null}
    </>
  );
}

/** The caller's own marks, where the caller judges it. */
function Mine({ application, selection }: { application: ApplicationDetails; selection: SelectionDetails }) {
  const [open, setOpen] = useState(false);
  const { myMarks, judged } = application;
  if (!myMarks || judged === null) return null;
  return (
    <Card
      title={text.mine}
      aside={
        selection.state === 'Marking' ? (
          <Button variant="light" size="compact-sm" onClick={() => setOpen(true)}>
            {myMarks.length ? text.remark : text.mark}
          </Button>
        ) : undefined
      }
    >
      {myMarks.length === 0 ? <p className={classes.none}>{text.notMarked}</p> : null}
      <Sheet marks={myMarks} selection={selection} />
      {open ? <MarksDialog application={application} selection={selection} onClose={() => setOpen(false)} /> : null}
    </Card>
  );
}

/** All marks, once they are closed, one expert after another. */
function Marks({ marks, selection }: { marks: readonly MarkDetails[]; selection: SelectionDetails }) {
  const experts = [...new Set(marks.map(({ expertId }) => expertId))];
  return (
    <Card title={text.marks}>
      <ul className={classes.items}>
        {experts.map((expert, index) => {
          const sheet = marks.filter(({ expertId }) => expertId === expert);
          return (
            <li key={expert}>
              <strong>{sheet[0]?.expert ?? text.expert(index + 1)}</strong>
              <Sheet marks={sheet} selection={selection} />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Sheet({ marks, selection }: { marks: readonly MarkDetails[]; selection: SelectionDetails }) {
  const rows = selection.criteria.flatMap((criterion) =>
    marks.filter(({ criterionId }) => criterionId === criterion.id).map((mark) => ({ criterion, mark })),
  );
  return (
    <ul className={classes.items}>
      {rows.map(({ criterion, mark }) => (
        <li key={criterion.id}>
          <span className={classes.line}>
            {criterion.title}
            <strong className="numbers">
              {card.sheetsOf(formatNumber(mark.value), formatNumber(criterion.mostMark))}
            </strong>
          </span>
          {mark.comment ? <span className={classes.soft}>{mark.comment}</span> : null}
        </li>
      ))}
    </ul>
  );
}
