import { Button } from '@mantine/core';
import { IconPencil, IconUserPlus } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { ifMatch } from '@/api/client';
import { subjectsOptions } from '@/api/dictionaries';
import { closeInternshipSite, reopenInternshipSite } from '@/api/gen/sdk.gen';
import type { InternshipSiteDetails } from '@/api/gen/types.gen';
import { useCan } from '@/api/session';
import { formatDay, formatNumber, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { Facts } from '@/ui/facts';
import { lazyDialog } from '@/ui/lazy-dialog';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { StatusBadge } from '@/ui/status-badge';
import { daysOf, teacherOf } from './internship-list';
import classes from './internships.module.css';
import { internshipsOptions, siteOptions } from './queries';
import { card, sites as ru } from './ru';
import { useSiteChange } from './use-change';
import { StateBadge } from './views';

const EditSiteDialog = lazyDialog(async () => (await import('./site-dialog')).EditSiteDialog);
const SendDialog = lazyDialog(async () => (await import('./internship-dialogs')).SendDialog);

interface Props {
  siteId: string;
  /** What was done to it, put together with the card by the page. */
  history?: ReactNode;
}

export function SitePage({ siteId, history }: Props) {
  const site = useSuspenseQuery(siteOptions(siteId)).data;
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const { title, closedOn, note, host, schoolId, organisationId, capacity, taken, contact } = site;
  return (
    <>
      <PageHeader
        title={title}
        above={
          <p className={classes.above}>
            <Link to="/support/internships/sites">{ru.title}</Link>
            <StatusBadge tone={closedOn ? 'neutral' : 'good'}>
              {closedOn ? ru.closed(formatDay(closedOn)) : ru.open}
            </StatusBadge>
          </p>
        }
        actions={<Actions site={site} />}
      />
      <div className={classes.columns}>
        <div className={classes.stack}>
          {note ? (
            <Card title={ru.fields.note}>
              <p className={classes.whole}>{note}</p>
            </Card>
          ) : null}
          <Interns siteId={siteId} />
          {history}
        </div>
        <Card title={card.about}>
          <Facts
            items={[
              [
                ru.fields.host,
                schoolId ? (
                  <Link key="host" to="/schools/$schoolId" params={{ schoolId }}>
                    {host}
                  </Link>
                ) : organisationId ? (
                  <Link key="host" to="/organisations/$organisationId" params={{ organisationId }}>
                    {host}
                  </Link>
                ) : (
                  host
                ),
              ],
              [
                ru.fields.subjects,
                site.subjects.map((code) => subjects.find((one) => one.code === code)?.name ?? code).join(', ') ||
                  ru.general,
              ],
              [ru.fields.free, ru.places(formatNumber(Math.max(0, capacity - taken)), formatNumber(capacity))],
              [ru.fields.interns, formatNumber(site.interns)],
              [ru.fields.contact, contact ?? missing],
            ]}
          />
        </Card>
      </div>
    </>
  );
}

function Actions({ site }: { site: InternshipSiteDetails }) {
  const [open, setOpen] = useState<'edit' | 'send'>();
  const maySend = useCan('partnerships:write') && !site.closedOn;
  const close = () => setOpen(undefined);
  const turn = useSiteChange(
    site,
    async (_, version) => {
      const call = site.closedOn ? reopenInternshipSite : closeInternshipSite;
      return (await call({ path: { id: site.id }, headers: ifMatch(version), throwOnError: true })).data;
    },
    site.closedOn ? card.reopened : card.closed,
  );
  return (
    <>
      {site.editable ? (
        <>
          <Button variant="default" loading={turn.isPending} onClick={() => turn.mutate()}>
            {site.closedOn ? card.reopen : card.close}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPencil size={18} aria-hidden="true" />}
            onClick={() => setOpen('edit')}
          >
            {card.edit}
          </Button>
        </>
      ) : null}
      {maySend ? (
        <Button leftSection={<IconUserPlus size={18} aria-hidden="true" />} onClick={() => setOpen('send')}>
          {card.send}
        </Button>
      ) : null}
      {turn.error ? <ProblemAlert error={turn.error} /> : null}
      {open === 'edit' ? <EditSiteDialog site={site} onClose={close} /> : null}
      {open === 'send' ? <SendDialog site={site} onClose={close} /> : null}
    </>
  );
}

function Interns({ siteId }: { siteId: string }) {
  const { data, error, refetch } = useQuery(internshipsOptions({ site: siteId }));
  return (
    <Card title={card.interns}>
      {error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : null}
      {data?.items.length === 0 ? <p className={classes.none}>{card.noInterns}</p> : null}
      <ul className={classes.items}>
        {data?.items.slice(0, 20).map((row) => (
          <li key={row.id}>
            <Link to="/support/internships/$internshipId" params={{ internshipId: row.id }}>
              {teacherOf(row)}
            </Link>
            <span className={`${classes.line} ${classes.soft}`}>
              <StateBadge state={row.state} />
              {row.sending.name}
              <span className="numbers">{daysOf(row)}</span>
            </span>
          </li>
        ))}
      </ul>
      {data && data.total > 20 ? (
        <Link to="/support/internships" search={{ site: siteId }}>
          {card.all}
        </Link>
      ) : null}
    </Card>
  );
}
