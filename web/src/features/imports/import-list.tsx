import { useQuery } from '@tanstack/react-query';
import type { ImportSummary } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { formatInstant, formatNumber, missing } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { ProblemAlert } from '@/ui/problem-alert';
import { ImportStateBadge } from './import-state';
import { type ImportSearch, importsOptions, pageSize } from './queries';
import { kindWords, ru } from './ru';

interface Props {
  search: ImportSearch;
  onPage: (page: number) => void;
}

/** Past and running loads; each opens at the step where it stands. */
export function ImportList({ search, onPage }: Props) {
  const list = useQuery(importsOptions(search));
  const { region } = useMe();
  const columns: Column<ImportSummary>[] = [
    { id: 'file', header: ru.columns.file, card: 'title', cell: (job) => job.fileName ?? ru.batch },
    { id: 'kind', header: ru.columns.kind, cell: (job) => kindWords[job.kind].short },
    { id: 'state', header: ru.columns.state, cell: (job) => <ImportStateBadge state={job.state} /> },
    {
      id: 'rows',
      header: ru.columns.rows,
      nowrap: true,
      align: 'right',
      cell: ({ counts }) =>
        counts.received === 0
          ? missing
          : [counts.created, counts.updated, counts.rejected].map((count) => formatNumber(count)).join(' / '),
    },
    { id: 'by', header: ru.columns.by, cell: (job) => job.by.name ?? missing },
    { id: 'at', header: ru.columns.at, align: 'right', cell: (job) => formatInstant(job.createdAt, region.timeZone) },
  ];
  if (list.error) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <DelayedSkeleton />;
  return (
    <DataTable
      caption={ru.past}
      columns={columns}
      rows={list.data.items}
      rowKey={({ id }) => id}
      rowLink={({ id }) => ({ to: '/imports/$importId', params: { importId: id } })}
      paging={{ page: search.page ?? 1, pageSize, total: list.data.total, onPage }}
      stale={list.isPlaceholderData}
      empty={<EmptyState title={ru.none}>{ru.noneText}</EmptyState>}
    />
  );
}
