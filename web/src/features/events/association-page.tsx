import { Button } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { ifMatch } from '@/api/client';
import { subjectsOptions } from '@/api/dictionaries';
import { closeAssociation, reopenAssociation } from '@/api/gen/sdk.gen';
import type { AssociationDetails } from '@/api/gen/types.gen';
import { formatNumber } from '@/lib/format';
import { Card } from '@/ui/card';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { Facts } from '@/ui/facts';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { StatusBadge } from '@/ui/status-badge';
import { EventTable, whose } from './event-table';
import classes from './events.module.css';
import { MembersCard } from './members-card';
import { associationOptions, meetingsOptions } from './queries';
import { associationLevelNames, associationCard as card, associations as text } from './ru';
import { useChange } from './use-change';

const EventDialog = lazy(() => import('./event-dialog').then((file) => ({ default: file.EventDialog })));
const AssociationDialog = lazy(() =>
  import('./association-dialog').then((file) => ({ default: file.AssociationDialog })),
);

interface Props {
  associationId: string;
  page: number;
  onPage: (page: number) => void;
}

export function AssociationPage({ associationId, page, onPage }: Props) {
  const association = useSuspenseQuery(associationOptions(associationId)).data;
  const { name, level, closedOn, editable } = association;
  return (
    <>
      <PageHeader
        title={name}
        above={
          <p className={classes.above}>
            <Link to="/training/associations">{text.title}</Link>
            {closedOn ? <StatusBadge tone="neutral">{text.closed}</StatusBadge> : null}
          </p>
        }
        answer={`${associationLevelNames[level].charAt(0).toUpperCase()}${associationLevelNames[level].slice(1)} объединение, ${whose(association)}`}
        actions={editable ? <Actions association={association} /> : null}
      />
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Meetings association={association} />
          <MembersCard association={association} page={page} onPage={onPage} />
        </div>
        <About association={association} />
      </div>
    </>
  );
}

function Actions({ association }: { association: AssociationDetails }) {
  const [editing, setEditing] = useState(false);
  const closed = Boolean(association.closedOn);
  const turn = useChange<void>(
    () =>
      (closed ? reopenAssociation : closeAssociation)({
        path: { id: association.id },
        headers: ifMatch(association.version),
        throwOnError: true,
      }),
    closed ? card.reopenedToast : card.closedToast,
    () => undefined,
  );
  return (
    <>
      {turn.error ? <ProblemAlert error={turn.error} /> : null}
      <Button variant="default" loading={turn.isPending} onClick={() => turn.mutate()}>
        {closed ? card.reopen : card.close}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPencil size={18} aria-hidden="true" />}
        onClick={() => setEditing(true)}
      >
        {card.edit}
      </Button>
      {editing ? (
        <Suspense>
          <AssociationDialog association={association} onClose={() => setEditing(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

function Meetings({ association }: { association: AssociationDetails }) {
  const list = useQuery(meetingsOptions(association.id));
  const [adding, setAdding] = useState(false);
  const rows = list.data?.items ?? [];
  const add =
    association.editable && !association.closedOn ? (
      <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setAdding(true)}>
        {card.addMeeting}
      </Button>
    ) : null;
  return (
    <Card title={card.meetings} aside={rows.length > 0 ? add : null} flush={rows.length > 0}>
      {list.error ? (
        <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <DelayedSkeleton rows={3} />
      ) : rows.length > 0 ? (
        <EventTable caption={card.meetings} rows={rows} meetings />
      ) : (
        <EmptyState title={card.noMeetings} action={add}>
          {association.editable ? card.noMeetingsText : null}
        </EmptyState>
      )}
      {adding ? (
        <Suspense>
          <EventDialog association={association} onClose={() => setAdding(false)} />
        </Suspense>
      ) : null}
    </Card>
  );
}

function About({ association }: { association: AssociationDetails }) {
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const { subject, leader, members, ownMembers, meetings } = association;
  const leading = leader ? (
    <Link to="/training/teachers/$teacherId" params={{ teacherId: leader.id }}>
      {leader.name ?? card.unknown}
    </Link>
  ) : null;
  const facts: [string, ReactNode][] = [
    [text.subject, subject ? (subjects.find(({ code }) => code === subject)?.name ?? subject) : card.noSubject],
    [card.leader, leading ?? card.unknown],
    [text.columns.whose, whose(association)],
    [card.membersTotal, formatNumber(members)],
    [card.members, formatNumber(ownMembers)],
    [card.meetingsHeld, formatNumber(meetings)],
  ];
  return (
    <Card title={card.about}>
      <Facts items={facts} />
    </Card>
  );
}
