import { Button } from '@mantine/core';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useCan } from '@/api/session';
import { announce } from '@/lib/announce';
import { formatCount, formatDay } from '@/lib/format';
import { usePrintAll } from '@/lib/use-print-all';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { FilterTags } from '@/ui/filter-bar';
import { WithFilters } from '@/ui/filter-panel';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { readAllRecommendations, recommendationsOptions } from './queries';
import { RecommendationFilterPanel, useRecommendationTags } from './recommendation-filters';
import { RecommendationTable } from './recommendation-table';
import { ru } from './ru';
import { chosen, pageSize, type RecommendationFilters, type RecommendationSearch } from './search';

interface Props {
  search: RecommendationSearch;
  onSearch: (next: RecommendationSearch) => void;
}

export function RecommendationList({ search, onSearch }: Props) {
  const list = useQuery(recommendationsOptions(search));
  const mayAdd = useCan('recommendations:write');
  const total = list.data?.total;
  const filtered = chosen(search) > 0;
  // Another filter starts from the first page; the order stays.
  const change = (next: Partial<RecommendationFilters>) => onSearch({ ...search, ...next, page: undefined });
  const reset = () => onSearch({ sort: search.sort });
  const tags = useRecommendationTags({ search, onChange: change });
  const all = usePrintAll(() => readAllRecommendations(search));
  const answer =
    total === undefined ? undefined : `${filtered ? ru.count.found : ru.count.all} ${formatCount(total, ru.forms)}`;
  useEffect(() => {
    if (answer) announce(answer);
  }, [answer]);

  const { school, municipality } = search;
  const add = mayAdd ? (
    <LinkButton
      to="/recommendations/new"
      search={{ school, municipality }}
      leftSection={<IconPlus size={18} aria-hidden="true" />}
    >
      {ru.add}
    </LinkButton>
  ) : null;
  const print = total ? (
    <Button
      variant="default"
      leftSection={<IconPrinter size={18} aria-hidden="true" />}
      loading={all.busy}
      onClick={all.print}
    >
      {ru.print}
    </Button>
  ) : null;

  if (total === 0 && !filtered)
    return (
      <>
        <PageHeader title={ru.title} />
        <EmptyState title={ru.empty} action={add}>
          {mayAdd ? ru.emptyText : ru.emptyReader}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader
        title={ru.title}
        answer={answer}
        actions={
          <>
            {print}
            {add}
          </>
        }
      />
      {all.error ? <ProblemAlert error={all.error} onRetry={all.print} /> : null}
      <WithFilters panel={<RecommendationFilterPanel search={search} onChange={change} />}>
        <FilterTags tags={tags} onReset={reset} />
        <p className="print-only">{ru.printed(formatDay(new Date().toLocaleDateString('sv-SE')))}</p>
        {list.data ? (
          <RecommendationTable
            rows={all.rows ?? list.data.items}
            sort={search.sort ?? 'urgency'}
            onSort={(sort) => onSearch({ ...search, sort: sort as RecommendationSearch['sort'], page: undefined })}
            paging={{
              page: search.page ?? 1,
              pageSize,
              total: list.data.total,
              onPage: (page) => onSearch({ ...search, page: page > 1 ? page : undefined }),
            }}
            stale={list.isPlaceholderData && !all.rows}
            empty={
              <EmptyState title={ru.nothing} action={<Button onClick={reset}>{ru.reset}</Button>}>
                {ru.nothingText}
              </EmptyState>
            }
          />
        ) : list.error ? (
          <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <DelayedSkeleton rows={10} />
        )}
      </WithFilters>
    </>
  );
}
