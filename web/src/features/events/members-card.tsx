import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { AssociationDetails, AssociationMemberSummary } from '@/api/gen/types.gen';
import { useCan } from '@/api/session';
import { formatDay, formatNumber } from '@/lib/format';
import { Card } from '@/ui/card';
import { type Column, DataTable } from '@/ui/data-table';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { ProblemAlert } from '@/ui/problem-alert';
import classes from './events.module.css';
import { pageSize } from './filters';
import { membersOptions } from './queries';
import { associationCard as card, card as eventCard } from './ru';

const JoinDialog = lazy(() => import('./member-dialogs').then((file) => ({ default: file.JoinDialog })));
const EndDialog = lazy(() => import('./member-dialogs').then((file) => ({ default: file.EndDialog })));

interface Props {
  association: AssociationDetails;
  page: number;
  onPage: (page: number) => void;
}

/** Who of one's own schools is in an association. */
export function MembersCard({ association, page, onPage }: Props) {
  const list = useQuery(membersOptions(association.id, page));
  const mayWrite = useCan('events:write');
  const [open, setOpen] = useState<{ member?: AssociationMemberSummary }>();
  const close = () => setOpen(undefined);
  const total = list.data?.total ?? 0;
  const add =
    mayWrite && !association.closedOn ? (
      <Button variant="default" leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setOpen({})}>
        {card.addMembers}
      </Button>
    ) : null;
  const columns: Column<AssociationMemberSummary>[] = [
    {
      id: 'name',
      header: card.name,
      card: 'title',
      width: '52%',
      cell: ({ teacher, school }) => (
        <>
          {teacher ? (teacher.name ?? eventCard.gone) : eventCard.hidden}
          <span className={classes.under}>{school.name}</span>
        </>
      ),
    },
    {
      id: 'since',
      header: card.since,
      cell: ({ fromOn, untilOn }) => (
        <>
          {formatDay(fromOn)}
          {untilOn ? <span className={classes.under}>{card.until(formatDay(untilOn))}</span> : null}
        </>
      ),
    },
    {
      id: 'attended',
      header: card.attended,
      align: 'right',
      cell: ({ meetingsAttended }) => formatNumber(meetingsAttended),
    },
    ...(mayWrite
      ? [
          {
            id: 'actions',
            header: eventCard.actions,
            quiet: true,
            screenOnly: true,
            cell: (member: AssociationMemberSummary) =>
              member.untilOn ? null : (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`${card.end}: ${member.teacher?.name ?? ''}`}
                  onClick={() => setOpen({ member })}
                >
                  {card.end}
                </Button>
              ),
          } satisfies Column<AssociationMemberSummary>,
        ]
      : []),
  ];
  return (
    <Card title={card.members} aside={total > 0 ? add : null} flush={total > 0}>
      {list.error ? (
        <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <DelayedSkeleton rows={4} />
      ) : total === 0 ? (
        <EmptyState title={card.noMembers} action={add}>
          {mayWrite ? card.noMembersText : null}
        </EmptyState>
      ) : (
        <DataTable
          caption={card.members}
          columns={columns}
          rows={list.data.items}
          rowKey={({ id }) => id}
          {...(total > pageSize ? { paging: { page, pageSize, total, onPage } } : {})}
          stale={list.isPlaceholderData}
          plain
        />
      )}
      {open ? (
        <Suspense>
          {open.member ? (
            <EndDialog association={association} member={open.member} onClose={close} />
          ) : (
            <JoinDialog association={association} onClose={close} />
          )}
        </Suspense>
      ) : null}
    </Card>
  );
}
