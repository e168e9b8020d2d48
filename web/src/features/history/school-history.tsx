import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Card } from '@/ui/card';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { Pages } from '@/ui/pages';
import { ProblemAlert } from '@/ui/problem-alert';
import { changesOptions, schoolHistoryOptions } from './queries';
import { ru } from './ru';
import { Timeline } from './timeline';

interface PagedProps {
  page: number;
  onPage: (page: number) => void;
}

/** The history of a school, for everyone who sees the school. */
export function SchoolHistory({ schoolId, page, onPage }: PagedProps & { schoolId: string }) {
  return <HistoryCard query={useQuery(schoolHistoryOptions(schoolId, page))} page={page} onPage={onPage} />;
}

/** The history of anything else by its id, for those who may read the journal. */
export function ThingHistory({ thingId, page, onPage }: PagedProps & { thingId: string }) {
  const queryClient = useQueryClient();
  const { queryKey } = changesOptions({ key: thingId, page });
  // Stands beside the forms of the card: what they have changed appears here.
  useEffect(
    () =>
      queryClient.getMutationCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'success')
          void queryClient.invalidateQueries({ queryKey });
      }),
    [queryClient, queryKey],
  );
  return <HistoryCard query={useQuery(changesOptions({ key: thingId, page }))} page={page} onPage={onPage} />;
}

type ChangesQuery = ReturnType<
  typeof useQuery<import('@/api/gen/types.gen').PageOfChange, import('@/api/problem').Problem>
>;

function HistoryCard({ query, page, onPage }: PagedProps & { query: ChangesQuery }) {
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <DelayedSkeleton />;
  const { items, total, pageSize } = query.data;
  if (total === 0) return <EmptyState title={ru.empty} />;
  return (
    <Card title={ru.title}>
      <Timeline changes={items} />
      <Pages page={page} pageSize={pageSize} total={total} onPage={onPage} />
    </Card>
  );
}
