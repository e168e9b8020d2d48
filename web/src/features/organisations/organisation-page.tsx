import { Button } from '@mantine/core';
import { IconLock, IconLockOpen, IconPencil } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { ifMatch } from '@/api/client';
import { reopenOrganisation } from '@/api/gen/sdk.gen';
import type { OrganisationDetails } from '@/api/gen/types.gen';
import { formatDay } from '@/lib/format';
import { useShortcuts } from '@/lib/keys';
import { LinkButton } from '@/ui/link-button';
import { Note } from '@/ui/note';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { CloseDialog } from './close-dialog';
import { OrganisationAbout } from './organisation-about';
import classes from './organisations.module.css';
import { organisationOptions } from './queries';
import { card, kindNames, ru } from './ru';
import { StaffCard } from './staff-card';
import { useOrganisationChange } from './use-organisation-change';

interface Props {
  organisationId: string;
  /** What was done to it, put together with the card by the page. */
  history?: ReactNode;
}

export function OrganisationPage({ organisationId, history }: Props) {
  const organisation = useSuspenseQuery(organisationOptions(organisationId)).data;
  const { municipality, kind } = organisation;
  return (
    <>
      <PageHeader
        title={organisation.name}
        above={
          <p className={classes.above}>
            <span>
              <Link to="/organisations">{ru.title}</Link>
              <span aria-hidden="true"> / </span>
              {municipality?.name ?? ru.wholeRegion}
            </span>
          </p>
        }
        answer={kindNames[kind]}
        actions={organisation.editable ? <Actions organisation={organisation} /> : null}
      />
      <State organisation={organisation} />
      <div className={classes.columns}>
        <StaffCard organisation={organisation} />
        <OrganisationAbout organisation={organisation} />
        {history}
      </div>
    </>
  );
}

function Actions({ organisation }: { organisation: OrganisationDetails }) {
  const navigate = useNavigate();
  const [closing, setClosing] = useState(false);
  const params = { organisationId: organisation.id };
  useShortcuts({ KeyE: () => void navigate({ to: '/organisations/$organisationId/edit', params }) });
  const reopen = useOrganisationChange(
    organisation,
    async (_, version) =>
      (await reopenOrganisation({ path: { id: organisation.id }, headers: ifMatch(version), throwOnError: true })).data,
    card.reopened,
  );
  return (
    <>
      <LinkButton
        variant="default"
        to="/organisations/$organisationId/edit"
        params={params}
        leftSection={<IconPencil size={18} aria-hidden="true" />}
      >
        {card.edit}
      </LinkButton>
      {organisation.closedOn ? (
        <Button
          variant="default"
          leftSection={<IconLockOpen size={18} aria-hidden="true" />}
          loading={reopen.isPending}
          onClick={() => reopen.mutate()}
        >
          {card.reopen}
        </Button>
      ) : (
        <Button
          variant="default"
          leftSection={<IconLock size={18} aria-hidden="true" />}
          onClick={() => setClosing(true)}
        >
          {card.close}
        </Button>
      )}
      {reopen.error ? <ProblemAlert error={reopen.error} /> : null}
      {closing ? <CloseDialog organisation={organisation} onClose={() => setClosing(false)} /> : null}
    </>
  );
}

/** Whether it is closed, and why one cannot change it. */
function State({ organisation }: { organisation: OrganisationDetails }) {
  const { closedOn, editable, municipality } = organisation;
  if (editable && !closedOn) return null;
  return (
    <div className={classes.reason}>
      <Note tone="quiet" icon={<IconLock size={20} aria-hidden="true" />}>
        {closedOn ? <p>{card.closedOn(formatDay(closedOn))}</p> : null}
        {editable ? null : <p>{municipality ? card.readOnlyOther : card.readOnlyRegion}</p>}
      </Note>
    </div>
  );
}
