import { IconLock } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PartnershipDetails } from '@/api/gen/types.gen';
import { formatDay, missing } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { Card } from '@/ui/card';
import { Facts } from '@/ui/facts';
import { Note } from '@/ui/note';
import { PageHeader } from '@/ui/page-header';
import { ActionsCard } from './actions-card';
import { PartnershipActions } from './partnership-actions';
import classes from './partnerships.module.css';
import { partnershipOptions } from './queries';
import { card, ru } from './ru';
import { ScanCard } from './scan-card';
import { StateBadge } from './state-badge';

interface Props {
  partnershipId: string;
  /** What was done to it, put together with the card by the page. */
  history?: ReactNode;
}

export function PartnershipPage({ partnershipId, history }: Props) {
  const partnership = useSuspenseQuery(partnershipOptions(partnershipId)).data;
  const { number, state, editable, terminatedOn, terminationReason } = partnership;
  return (
    <>
      <PageHeader
        title={card.title(number)}
        above={
          <p className={classes.above}>
            <Link to="/support/partnerships">{ru.title}</Link>
            <StateBadge state={state} />
          </p>
        }
        actions={editable ? <PartnershipActions partnership={partnership} /> : null}
      />
      {editable ? null : (
        <div className={classes.reason}>
          <Note tone="quiet" icon={<IconLock size={20} aria-hidden="true" />}>
            {card.readOnly}
          </Note>
        </div>
      )}
      <div className={classes.columns}>
        <div className={classes.stack}>
          {terminatedOn ? (
            <Card title={card.terminated(formatDay(terminatedOn))}>
              <p className={classes.whole}>{terminationReason}</p>
            </Card>
          ) : null}
          <Card title={card.subject}>
            <p className={classes.whole}>{partnership.subject}</p>
          </Card>
          <ActionsCard partnership={partnership} />
          {history}
        </div>
        <div className={classes.stack}>
          <Sides partnership={partnership} />
          <About partnership={partnership} />
          <ScanCard partnership={partnership} />
        </div>
      </div>
    </>
  );
}

function Sides({ partnership: { parties } }: { partnership: PartnershipDetails }) {
  return (
    <Card title={card.sides}>
      <ul className={classes.sides}>
        {parties.map(({ role, schoolId, organisationId, name, municipalityName }) => (
          <li key={schoolId ?? organisationId}>
            <span className={classes.soft}>{role === 'Supported' ? card.supported : card.partner}</span>
            {schoolId ? (
              <Link to="/schools/$schoolId" params={{ schoolId }}>
                {name}
              </Link>
            ) : organisationId ? (
              <Link to="/organisations/$organisationId" params={{ organisationId }}>
                {name}
              </Link>
            ) : null}
            {municipalityName ? <span className={classes.soft}>{shortPlace(municipalityName)}</span> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function About({ partnership }: { partnership: PartnershipDetails }) {
  const { number, signedOn, startsOn, endsOn } = partnership;
  return (
    <Card title={card.about}>
      <Facts
        items={[
          [ru.fields.number, number ?? ru.noNumber],
          [ru.fields.signedOn, signedOn ? formatDay(signedOn) : missing],
          [ru.fields.startsOn, formatDay(startsOn ?? signedOn) || missing],
          [ru.fields.endsOn, endsOn ? formatDay(endsOn) : ru.endless],
        ]}
      />
    </Card>
  );
}
