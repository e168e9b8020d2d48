import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SessionDetails, SpecialistRequestDetails } from '@/api/gen/types.gen';
import { formatDay, formatNumber } from '@/lib/format';
import { Card } from '@/ui/card';
import { lazyDialog } from '@/ui/lazy-dialog';
import { HeldBadge } from './held-badge';
import { card } from './ru';
import classes from './support.module.css';

const SessionDialog = lazyDialog(async () => (await import('./session-dialogs')).SessionDialog);
const RemoveSessionDialog = lazyDialog(async () => (await import('./session-dialogs')).RemoveSessionDialog);

interface Open {
  what: 'plan' | 'record' | 'remove';
  session?: SessionDetails;
}

const sums = ['children', 'returning', 'examined', 'consulted', 'teachers', 'parents'] as const;

/** «14 детей, обследовано 14, проконсультировано 9»: what is nobody is left out. */
const countWords = ({ counts }: SessionDetails) =>
  sums.flatMap((name) => (counts?.[name] ? [`${card.sum[name]}: ${formatNumber(counts[name])}`] : [])).join(', ');

/** Sessions by their days, planned ones among them. */
export function SessionsCard({ request }: { request: SpecialistRequestDetails }) {
  const [open, setOpen] = useState<Open>();
  const { sessions, assignable, state, organisation } = request;
  const working = assignable && (state === 'Assigned' || state === 'InWork');
  const button = (label: string, next: Open, about: string) => (
    <Button
      variant="subtle"
      size="compact-sm"
      color={next.what === 'remove' ? 'red' : undefined}
      aria-label={`${label}: ${about}`}
      onClick={() => setOpen(next)}
    >
      {label}
    </Button>
  );
  const close = () => setOpen(undefined);
  return (
    <Card
      title={card.sessions}
      aside={
        working ? (
          <>
            <Button variant="subtle" size="compact-sm" onClick={() => setOpen({ what: 'plan' })}>
              {card.plan}
            </Button>
            <Button variant="light" size="compact-sm" onClick={() => setOpen({ what: 'record' })}>
              {card.record}
            </Button>
          </>
        ) : null
      }
    >
      {sessions.length === 0 ? (
        <span className={classes.soft}>{organisation || !assignable ? card.noSessions : card.unassigned}</span>
      ) : null}
      <ul className={classes.items}>
        {sessions.map((session) => {
          const day = formatDay(session.on);
          return (
            <li key={session.id}>
              <span className={classes.item}>
                <span className={classes.line}>
                  <strong>{day}</strong>
                  <HeldBadge held={session.held} />
                  {session.person ? <span>{session.person.name ?? card.gone}</span> : null}
                </span>
                {session.held ? <span>{countWords(session)}</span> : null}
                {session.note ? <span className={`${classes.soft} ${classes.text}`}>{session.note}</span> : null}
              </span>
              {working ? (
                <span className={classes.buttons}>
                  {session.held ? null : button(card.hold, { what: 'record', session }, day)}
                  {button(card.change, { what: session.held ? 'record' : 'plan', session }, day)}
                  {button(card.remove, { what: 'remove', session }, day)}
                </span>
              ) : null}
            </li>
          );
        })}
      </ul>
      {open?.what === 'remove' ? (
        <RemoveSessionDialog request={request} session={open.session} onClose={close} />
      ) : open ? (
        <SessionDialog request={request} session={open.session} held={open.what === 'record'} onClose={close} />
      ) : null}
    </Card>
  );
}
