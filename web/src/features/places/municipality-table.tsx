import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { MunicipalitySummary } from '@/api/gen/types.gen';
import { formatNumber } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { ru } from './ru';

interface Props {
  rows: readonly MunicipalitySummary[];
  sort: string;
  onSort: (sort: string | undefined) => void;
  onRename: (municipality: MunicipalitySummary) => void;
  empty: ReactNode;
}

/** Each row opens the schools of its municipality. */
export function MunicipalityTable({ onRename, ...table }: Props) {
  const columns: Column<MunicipalitySummary>[] = [
    { id: 'name', header: ru.columns.name, sort: 'name', card: 'title', cell: ({ name }) => name },
    { id: 'code', header: ru.columns.code, sort: 'code', width: '140px', cell: ({ code }) => code },
    {
      id: 'schools',
      header: ru.columns.schools,
      sort: 'schools',
      align: 'right',
      width: '120px',
      cell: ({ schools }) => formatNumber(schools),
    },
    {
      id: 'rename',
      header: '',
      screenOnly: true,
      align: 'right',
      width: '180px',
      cell: (municipality) => (
        <Button
          // Above the link that is stretched over the row.
          style={{ position: 'relative', zIndex: 1 }}
          size="compact-sm"
          variant="subtle"
          aria-label={ru.renameOf(municipality.name)}
          onClick={() => onRename(municipality)}
        >
          {ru.rename}
        </Button>
      ),
    },
  ];
  return (
    <DataTable
      caption={ru.title}
      columns={columns}
      rowKey={({ code }) => code}
      rowLink={({ code }) => ({ to: '/schools', search: { municipality: code } })}
      {...table}
    />
  );
}
