import { Button, Group } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { municipalitiesOptions } from '@/api/dictionaries';
import type { ReportSummary } from '@/api/gen/types.gen';
import { useCan, useMe } from '@/api/session';
import { formatInstant, formatNumber, missing } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { type Column, DataTable } from '@/ui/data-table';
import { StatusBadge } from '@/ui/status-badge';
import { ru } from './ru';

type TableProps = Parameters<typeof DataTable<ReportSummary>>[0];

interface Props extends Pick<TableProps, 'rows' | 'sort' | 'onSort' | 'paging' | 'stale' | 'empty'> {
  /** Nothing of a closed period is decided any more. */
  closed: boolean;
  pending: boolean;
  onAccept: (report: ReportSummary) => void;
  onReturn: (report: ReportSummary) => void;
}

/** Schools with how far they have come; each name leads to the school's grid. */
export function ReportTable({ closed, pending, onAccept, onReturn, ...table }: Props) {
  const { timeZone } = useMe().region;
  const decides = useCan('reviews:write') && !closed;
  const places = new Map(useSuspenseQuery(municipalitiesOptions()).data.map(({ code, name }) => [code, name]));
  const columns: Column<ReportSummary>[] = [
    {
      id: 'school',
      header: ru.columns.school,
      sort: 'name',
      card: 'title',
      width: '30%',
      cell: ({ schoolName }) => schoolName,
    },
    {
      id: 'municipality',
      header: ru.columns.municipality,
      cell: ({ municipalityCode }) => shortPlace(places.get(municipalityCode) ?? missing),
    },
    {
      id: 'state',
      header: ru.columns.state,
      sort: 'state',
      cell: ({ state }) => <StatusBadge tone={ru.tones[state]}>{ru.states[state]}</StatusBadge>,
    },
    {
      id: 'filled',
      header: ru.columns.filled,
      align: 'right',
      cell: ({ filled, required }) => ru.filled(formatNumber(filled), formatNumber(required)),
    },
    {
      id: 'submitted',
      header: ru.columns.submitted,
      sort: 'submittedAt',
      nowrap: true,
      cell: ({ submittedAt }) => formatInstant(submittedAt, timeZone),
    },
    {
      id: 'note',
      header: ru.columns.note,
      cell: ({ note, returnReason }) => returnReason ?? note ?? missing,
    },
  ];
  if (decides)
    columns.push({
      id: 'actions',
      header: ru.columns.actions,
      quiet: true,
      screenOnly: true,
      cell: (report) =>
        report.state === 'Submitted' || report.state === 'Accepted' ? (
          <Group gap="xs" wrap="nowrap" style={{ position: 'relative', zIndex: 1 }}>
            {report.state === 'Submitted' ? (
              <Button
                size="compact-sm"
                aria-label={ru.acceptOf(report.schoolName)}
                disabled={pending}
                onClick={() => onAccept(report)}
              >
                {ru.accept}
              </Button>
            ) : null}
            <Button
              size="compact-sm"
              variant="default"
              aria-label={ru.giveBackOf(report.schoolName)}
              onClick={() => onReturn(report)}
            >
              {ru.giveBack}
            </Button>
          </Group>
        ) : null,
    });
  return (
    <DataTable
      caption={ru.caption}
      columns={columns}
      rowKey={({ schoolId }) => schoolId}
      rowLink={({ schoolId, setId }) => ({ to: '/indicators/entry', search: { set: setId, school: schoolId } })}
      {...table}
    />
  );
}
