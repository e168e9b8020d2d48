import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CohortMemberDetails } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { categoryName } from '@/api/terms';
import { formatDay, missing } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { type Column, DataTable } from '@/ui/data-table';
import { StatusBadge } from '@/ui/status-badge';
import { type MemberAction, MemberMenu } from './member-menu';
import { ru } from './ru';

interface Props {
  rows: readonly CohortMemberDetails[];
  sort: string | undefined;
  onSort: (sort: string | undefined) => void;
  paging: { page: number; pageSize: number; total: number; onPage: (page: number) => void };
  stale: boolean;
  onAct: ((action: MemberAction, member: CohortMemberDetails) => void) | undefined;
  empty: ReactNode;
}

export function MemberTable({ onAct, ...table }: Props) {
  const { region } = useMe();
  const columns: Column<CohortMemberDetails>[] = [
    { id: 'school', header: ru.columns.school, sort: 'name', card: 'title', cell: ({ school }) => school.name },
    {
      id: 'municipality',
      header: ru.columns.municipality,
      nowrap: true,
      sort: 'municipality',
      cell: ({ school }) => shortPlace(school.municipality.name),
    },
    {
      id: 'category',
      header: ru.columns.category,
      nowrap: true,
      cell: ({ category }) => <StatusBadge tone="attention">{categoryName(category, region)}</StatusBadge>,
    },
    { id: 'entered', header: ru.columns.entered, sort: 'enteredOn', cell: ({ enteredOn }) => formatDay(enteredOn) },
    {
      id: 'left',
      header: ru.columns.left,
      cell: ({ leftOn, exitReason }) => (leftOn ? `${formatDay(leftOn)}: ${exitReason ?? missing}` : missing),
    },
  ];
  if (onAct) {
    columns.push({
      id: 'actions',
      header: '',
      screenOnly: true,
      align: 'right',
      nowrap: true,
      cell: (member) => (
        <>
          {member.leftOn ? null : (
            <Button
              // Above the link that is stretched over the row.
              style={{ position: 'relative', zIndex: 1 }}
              size="compact-sm"
              variant="subtle"
              aria-label={ru.exitTitle(member.school.name)}
              onClick={() => onAct('exit', member)}
            >
              {ru.exit}
            </Button>
          )}
          <MemberMenu member={member} onAct={onAct} />
        </>
      ),
    });
  }
  return (
    <DataTable
      caption={ru.members}
      columns={columns}
      rowKey={({ school, enteredOn }) => `${school.id}-${enteredOn}`}
      rowLink={({ school }) => ({ to: '/schools/$schoolId', params: { schoolId: school.id } })}
      {...table}
    />
  );
}
