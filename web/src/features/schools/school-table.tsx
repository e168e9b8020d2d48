import { useMediaQuery } from '@mantine/hooks';
import { IconStarFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ListedSchool } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { categoryName, kindNames, localityNames, stateNames } from '@/api/terms';
import { formatNumber, missing } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { usePrinting } from '@/lib/use-printing';
import { type Column, DataTable } from '@/ui/data-table';
import { StatusBadge } from '@/ui/status-badge';
import { ru } from './ru';
import classes from './school.module.css';
import { RowStar, useRowStarKey } from './star-button';

interface Props {
  rows: readonly ListedSchool[];
  sort: string;
  onSort: (sort: string | undefined) => void;
  paging?: { page: number; pageSize: number; total: number; onPage: (page: number) => void };
  stale: boolean;
  empty: ReactNode;
}

export function SchoolTable({ rows, ...table }: Props) {
  const { region } = useMe();
  const printing = usePrinting();
  useRowStarKey();
  // Beside the filters a middling screen has room for the names only without what the search and the card tell.
  const tight = useMediaQuery('(min-width: 48em) and (max-width: 99.99em)', false, { getInitialValueInEffect: false });
  const columns: Column<ListedSchool>[] = [
    {
      id: 'name',
      header: ru.fields.name,
      sort: 'name',
      card: 'title',
      width: '40%',
      cell: (school) =>
        printing && school.starred ? (
          <>
            {school.name} <IconStarFilled size={14} aria-label={ru.starredLabel} className={classes.star} />
          </>
        ) : (
          school.name
        ),
    },
    { id: 'code', header: ru.fields.code, sort: 'code', width: '112px', cell: (school) => school.code },
    {
      id: 'municipality',
      header: ru.fields.municipality,
      sort: 'municipality',
      cell: (school) => shortPlace(school.municipality.name),
    },
    {
      id: 'kind',
      header: ru.fields.kind,
      nowrap: true,
      // On screen the room is the names'; the locality is a filter there.
      cell: (school) =>
        printing ? `${kindNames[school.kind]}, ${localityNames[school.locality]}` : kindNames[school.kind],
    },
    {
      id: 'category',
      header: ru.fields.category,
      nowrap: true,
      cell: (school) =>
        school.state === 'Open' ? (
          school.category ? (
            <StatusBadge tone="attention">{categoryName(school.category, region)}</StatusBadge>
          ) : (
            missing
          )
        ) : (
          <StatusBadge tone="neutral">{stateNames[school.state]}</StatusBadge>
        ),
    },
    {
      id: 'pupils',
      header: ru.fields.pupils,
      sort: 'pupils',
      align: 'right',
      cell: (school) => formatNumber(school.pupils),
    },
    {
      id: 'star',
      header: ru.fields.starred,
      width: '48px',
      quiet: true,
      screenOnly: true,
      cell: (school) => <RowStar school={school} />,
    },
  ];
  const shown = tight && !printing ? columns.filter(({ id }) => id !== 'code' && id !== 'kind') : columns;
  return (
    <DataTable
      caption={ru.registry}
      columns={shown}
      rows={rows}
      rowKey={(school) => school.id}
      rowLink={(school) => ({ to: '/schools/$schoolId', params: { schoolId: school.id } })}
      {...table}
    />
  );
}
