import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { EventDetails, EventTurnoutDetails } from '@/api/gen/types.gen';
import { useCan, useMe } from '@/api/session';
import { formatCount, formatNumber, missing } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { today } from '@/lib/today';
import { Card } from '@/ui/card';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { Facts } from '@/ui/facts';
import { PageHeader } from '@/ui/page-header';
import { EventActions } from './event-actions';
import { whose } from './event-table';
import classes from './events.module.css';
import { eventOptions } from './queries';
import { card, kindNames, levelNames, ru, schoolForms } from './ru';
import { StateBadge } from './state-badge';
import { countWords, timesWords } from './words';

const TurnoutDialog = lazy(() => import('./turnout-dialog').then((file) => ({ default: file.TurnoutDialog })));

export function EventPage({ eventId }: { eventId: string }) {
  const event = useSuspenseQuery(eventOptions(eventId)).data;
  const { association, kind, level } = event;
  const now = today(useMe().region.timeZone);
  const what = kindNames[kind].charAt(0).toUpperCase() + kindNames[kind].slice(1);
  return (
    <>
      <PageHeader
        title={event.title}
        above={
          <p className={classes.above}>
            {association ? (
              <Link to="/training/associations/$associationId" params={{ associationId: association.id }}>
                {association.name}
              </Link>
            ) : (
              <Link to="/training/events">{ru.title}</Link>
            )}
            <StateBadge state={event.state} />
          </p>
        }
        answer={`${what}, ${levelNames[level]} уровень · ${timesWords(event)}`}
        actions={event.editable ? <EventActions event={event} begun={event.startsOn <= now} /> : null}
      />
      <div className={classes.columns}>
        <Participants event={event} />
        <About event={event} />
      </div>
    </>
  );
}

function Participants({ event }: { event: EventDetails }) {
  const mayWrite = useCan('events:write') && event.state === 'Held';
  const [open, setOpen] = useState<{ row?: EventTurnoutDetails }>();
  const add = mayWrite ? (
    <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setOpen({})}>
      {card.record}
    </Button>
  ) : null;
  const { turnouts } = event;
  const columns: Column<EventTurnoutDetails>[] = [
    {
      id: 'school',
      header: ru.school,
      card: 'title',
      width: '34%',
      cell: ({ school, municipality }) => (
        <>
          {school.name}
          <span className={classes.under}>{shortPlace(municipality)}</span>
        </>
      ),
    },
    {
      id: 'names',
      header: card.names,
      card: 'text',
      cell: ({ teachers, named }) =>
        named === 0 ? (
          missing
        ) : teachers ? (
          <ul className={classes.people}>
            {teachers.map(({ id, name }) => (
              <li key={id}>{name ?? <span className={classes.soft}>{card.gone}</span>}</li>
            ))}
          </ul>
        ) : (
          formatNumber(named)
        ),
    },
    { id: 'unnamed', header: card.unnamed, align: 'right', cell: ({ unnamed }) => formatNumber(unnamed) },
    ...(mayWrite
      ? [
          {
            id: 'actions',
            header: card.actions,
            quiet: true,
            screenOnly: true,
            cell: (row: EventTurnoutDetails) => (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`${card.change}: ${row.school.name}`}
                onClick={() => setOpen({ row })}
              >
                {card.change}
              </Button>
            ),
          } satisfies Column<EventTurnoutDetails>,
        ]
      : []),
  ];
  return (
    <div className={classes.stack}>
      <Card title={card.participants} aside={turnouts.length > 0 ? add : null} flush={turnouts.length > 0}>
        {turnouts.length > 0 ? (
          <DataTable
            caption={card.participants}
            columns={columns}
            rows={turnouts}
            rowKey={({ school }) => school.id}
            plain
          />
        ) : (
          <EmptyState title={card.noParticipants} action={add}>
            {event.state === 'Held' ? card.noParticipantsText : event.editable ? card.notHeld : card.notHeldOther}
          </EmptyState>
        )}
      </Card>
      {open ? (
        <Suspense>
          <TurnoutDialog event={event} row={open.row} onClose={() => setOpen(undefined)} />
        </Suspense>
      ) : null}
    </div>
  );
}

function About({ event }: { event: EventDetails }) {
  const { total, own, link, reason, description } = event;
  const facts: [string, ReactNode][] = [
    [card.when, timesWords(event)],
    [card.place, event.place ?? card.unknown],
    ...(link
      ? [
          [
            card.link,
            <a key="link" href={link} target="_blank" rel="noreferrer noopener">
              {link}
            </a>,
          ] as [string, ReactNode],
        ]
      : []),
    [card.organiser, event.organiser?.name ?? card.unknown],
    [card.whose, whose(event)],
    ...(reason ? ([[card.reason, reason]] as [string, ReactNode][]) : []),
    ...(event.state === 'Held'
      ? ([
          [
            card.total,
            `${countWords(total)}${total.schools > 0 ? `, ${formatCount(total.schools, schoolForms)}` : ''}`,
          ],
          [ru.own, countWords(own)],
        ] as [string, ReactNode][])
      : []),
  ];
  return (
    <Card title={card.about}>
      {description ? <p className={classes.text}>{description}</p> : null}
      <Facts items={facts} />
    </Card>
  );
}
