import { IconLock } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MentoringDetails, MentoringPartyDetails } from '@/api/gen/types.gen';
import { formatDay } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { Card } from '@/ui/card';
import { Facts } from '@/ui/facts';
import { Note } from '@/ui/note';
import { PageHeader } from '@/ui/page-header';
import { StateBadge } from './badges';
import classes from './mentoring.module.css';
import { MentoringActions } from './mentoring-actions';
import { OutcomeCard } from './outcome-card';
import { mentoringOptions } from './queries';
import { card, kindNames, ru } from './ru';
import { VisitsCard } from './visits-card';

interface Props {
  mentoringId: string;
  /** What was done to it, put together with the card by the page. */
  history?: ReactNode;
}

export function MentoringPage({ mentoringId, history }: Props) {
  const mentoring = useSuspenseQuery(mentoringOptions(mentoringId)).data;
  const { kind, state, editable, mentorNameable, terminatedOn, terminationReason } = mentoring;
  return (
    <>
      <PageHeader
        title={kindNames[kind]}
        above={
          <p className={classes.above}>
            <Link to="/support/mentoring">{ru.title}</Link>
            <StateBadge state={state} />
          </p>
        }
        actions={editable || mentorNameable ? <MentoringActions mentoring={mentoring} /> : null}
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
          <Card title={card.aim}>
            <p className={classes.whole}>{mentoring.aim}</p>
          </Card>
          <VisitsCard mentoring={mentoring} />
          <OutcomeCard mentoring={mentoring} />
          {history}
        </div>
        <div className={classes.stack}>
          <Card title={card.sides}>
            <ul className={classes.items}>
              {mentoring.parties.map((party) => (
                <Side
                  key={party.teacherId ?? party.schoolId ?? party.organisationId}
                  mentoring={mentoring}
                  party={party}
                />
              ))}
            </ul>
          </Card>
          <About mentoring={mentoring} />
        </div>
      </div>
    </>
  );
}

function Side({ mentoring, party }: { mentoring: MentoringDetails; party: MentoringPartyDetails }) {
  const { role, schoolId, organisationId, name, person, teacherId, municipalityName } = party;
  const named = person ?? (teacherId ? card.erased : null);
  // Of a team and of directors nobody is named; a mentor who is not named yet is told to be missing.
  const missing = role === 'Mentor' && schoolId && mentoring.kind !== 'Directors' && mentoring.mentorNameable;
  return (
    <li>
      <span className={classes.soft}>{card.roles[role]}</span>
      {named ? <strong>{named}</strong> : missing ? <span className={classes.soft}>{ru.unnamed}</span> : null}
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
  );
}

function About({ mentoring: { startsOn, endsOn, basis, agreement } }: { mentoring: MentoringDetails }) {
  return (
    <Card title={card.about}>
      <Facts
        items={[
          [ru.fields.startsOn, formatDay(startsOn)],
          [ru.fields.endsOn, endsOn ? formatDay(endsOn) : ru.endless],
          ...(basis ? ([[ru.fields.basis, basis]] as [string, ReactNode][]) : []),
          ...(agreement
            ? ([
                [
                  ru.fields.partnershipId,
                  <Link
                    key={agreement.id}
                    to="/support/partnerships/$partnershipId"
                    params={{ partnershipId: agreement.id }}
                  >
                    {agreement.number ? `№ ${agreement.number}` : agreement.subject}
                  </Link>,
                ],
              ] as [string, ReactNode][])
            : []),
        ]}
      />
    </Card>
  );
}
