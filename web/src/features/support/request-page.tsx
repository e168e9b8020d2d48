import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SpecialistRequestDetails } from '@/api/gen/types.gen';
import { formatCount, formatDay, formatNumber } from '@/lib/format';
import { Card } from '@/ui/card';
import { Facts } from '@/ui/facts';
import { Note } from '@/ui/note';
import { PageHeader } from '@/ui/page-header';
import { requestOptions } from './queries';
import { RequestActions } from './request-actions';
import { card, forms, kindNames, ru } from './ru';
import { SessionsCard } from './sessions-card';
import { RequestStateBadge } from './state-badge';
import classes from './support.module.css';

interface Props {
  requestId: string;
  /** What was done to it, put together with the card by the page. */
  history?: ReactNode;
}

function answerOf({ state, organisation, reached, held }: SpecialistRequestDetails): string | undefined {
  if (held > 0) return card.answer(formatCount(reached, forms.children), formatCount(held, forms.sessions));
  if (state === 'Requested') return card.waits;
  return organisation ? card.assigned(organisation.name) : undefined;
}

export function RequestPage({ requestId, history }: Props) {
  const request = useSuspenseQuery(requestOptions(requestId)).data;
  const { specialist, school, state, late, doubts, reason, outcome } = request;
  return (
    <>
      <PageHeader
        title={`${kindNames[specialist]}: ${school.name}`}
        above={
          <p className={classes.above}>
            <Link to="/support/specialists">{ru.registry}</Link>
            <RequestStateBadge state={state} late={late} />
          </p>
        }
        answer={answerOf(request)}
        actions={<RequestActions request={request} />}
      />
      {doubts.map(({ code, message }) => (
        <div className={classes.reason} key={code}>
          <Note>{message}</Note>
        </div>
      ))}
      <div className={classes.columns}>
        <div className={classes.stack}>
          {outcome ? (
            <Card title={card.outcome[state] ?? ''}>
              <span className={classes.text}>{outcome}</span>
            </Card>
          ) : null}
          <SessionsCard request={request} />
          {reason ? (
            <Card title={card.reason}>
              <span className={classes.text}>{reason}</span>
            </Card>
          ) : null}
          {history}
        </div>
        <About request={request} />
      </div>
    </>
  );
}

function About({ request }: { request: SpecialistRequestDetails }) {
  const { school, children, requestedOn, neededFromOn, organisation, person, assignedOn, settledOn } = request;
  const facts: [string, ReactNode][] = [
    [
      ru.fields.school,
      <Link key="school" to="/schools/$schoolId" params={{ schoolId: school.id }}>
        {school.name}
      </Link>,
    ],
    [ru.fields.municipality, school.municipality],
    [card.children, formatNumber(children)],
    [ru.fields.requestedOn, formatDay(requestedOn)],
    [ru.fields.neededFromOn, formatDay(neededFromOn)],
    [
      ru.fields.organisation,
      organisation ? (
        <Link key="organisation" to="/organisations/$organisationId" params={{ organisationId: organisation.id }}>
          {organisation.name}
        </Link>
      ) : (
        ru.nobody
      ),
    ],
  ];
  if (person) facts.push([card.person, person.name ?? card.gone]);
  if (assignedOn) facts.push([card.assignedOn, formatDay(assignedOn)]);
  if (settledOn) facts.push([card.settledOn, formatDay(settledOn)]);
  return (
    <Card title={card.about}>
      <Facts items={facts} />
    </Card>
  );
}
