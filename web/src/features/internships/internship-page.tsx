import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCalendar, IconFlag, IconLock } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { ifMatch } from '@/api/client';
import { reopenInternship } from '@/api/gen/sdk.gen';
import type { InternshipDetails, InternshipSide } from '@/api/gen/types.gen';
import { formatNumber } from '@/lib/format';
import { Card } from '@/ui/card';
import { Facts } from '@/ui/facts';
import { lazyDialog } from '@/ui/lazy-dialog';
import { Note } from '@/ui/note';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { daysOf, teacherOf } from './internship-list';
import classes from './internships.module.css';
import { internshipOptions } from './queries';
import { ru } from './ru';
import { useInternshipChange } from './use-change';
import { StateBadge } from './views';

const DaysDialog = lazyDialog(async () => (await import('./internship-dialogs')).DaysDialog);
const ResultDialog = lazyDialog(async () => (await import('./internship-dialogs')).ResultDialog);

interface Props {
  internshipId: string;
  /** What was done to it, put together with the card by the page. */
  history?: ReactNode;
}

const over = new Set(['Completed', 'NotCompleted', 'Cancelled']);

export function InternshipPage({ internshipId, history }: Props) {
  const internship = useSuspenseQuery(internshipOptions(internshipId)).data;
  const { editable, state, outcome, siteId, site, sending, host, hours } = internship;
  return (
    <>
      <PageHeader
        title={teacherOf(internship)}
        above={
          <p className={classes.above}>
            <Link to="/support/internships">{ru.title}</Link>
            <StateBadge state={state} />
          </p>
        }
        actions={editable ? <Actions internship={internship} /> : null}
      />
      {editable ? null : (
        <Note tone="quiet" icon={<IconLock size={20} aria-hidden="true" />}>
          {ru.readOnly}
        </Note>
      )}
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Card title={ru.outcome}>
            {outcome || over.has(state) ? (
              <p className={classes.whole}>{outcome}</p>
            ) : (
              <p className={classes.none}>{ru.noOutcome}</p>
            )}
          </Card>
          {history}
        </div>
        <Card title={ru.about}>
          <Facts
            items={[
              [
                ru.fields.site,
                <Link key="site" to="/support/internships/sites/$siteId" params={{ siteId }}>
                  {site}
                </Link>,
              ],
              [ru.fields.host, <Side key="host" side={host} />],
              [ru.fields.sending, <Side key="sending" side={sending} />],
              [ru.fields.days, daysOf(internship)],
              [ru.fields.hours, formatNumber(hours)],
            ]}
          />
        </Card>
      </div>
    </>
  );
}

function Side({ side: { schoolId, organisationId, name } }: { side: InternshipSide }) {
  if (schoolId)
    return (
      <Link to="/schools/$schoolId" params={{ schoolId }}>
        {name}
      </Link>
    );
  return organisationId ? (
    <Link to="/organisations/$organisationId" params={{ organisationId }}>
      {name}
    </Link>
  ) : (
    name
  );
}

function Actions({ internship }: { internship: InternshipDetails }) {
  const [open, setOpen] = useState<'days' | 'result'>();
  const close = () => setOpen(undefined);
  const reopen = useInternshipChange(
    internship,
    async (_, version) =>
      (await reopenInternship({ path: { id: internship.id }, headers: ifMatch(version), throwOnError: true })).data,
    ru.reopened,
  );
  return (
    <>
      {over.has(internship.state) ? (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={18} aria-hidden="true" />}
          loading={reopen.isPending}
          onClick={() => reopen.mutate()}
        >
          {ru.reopen}
        </Button>
      ) : (
        <>
          <Button
            variant="default"
            leftSection={<IconCalendar size={18} aria-hidden="true" />}
            onClick={() => setOpen('days')}
          >
            {ru.days}
          </Button>
          <Button leftSection={<IconFlag size={18} aria-hidden="true" />} onClick={() => setOpen('result')}>
            {ru.conclude}
          </Button>
        </>
      )}
      {reopen.error ? <ProblemAlert error={reopen.error} /> : null}
      {open === 'days' ? <DaysDialog internship={internship} onClose={close} /> : null}
      {open === 'result' ? <ResultDialog internship={internship} onClose={close} /> : null}
    </>
  );
}
