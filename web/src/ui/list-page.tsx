import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { announce } from '@/lib/announce';
import { formatCount, formatDay } from '@/lib/format';
import { usePrintAll } from '@/lib/use-print-all';
import { DelayedSkeleton } from './delayed-skeleton';
import { EmptyState } from './empty-state';
import { type FilterTag, FilterTags } from './filter-bar';
import { WithFilters } from './filter-panel';
import { PageHeader } from './page-header';
import { ProblemAlert } from './problem-alert';

/** What a register is called, and what is said while nothing is there. */
export interface ListWords {
  title: string;
  print: string;
  printed: (day: string) => string;
  count: { all: string; found: string };
  forms: readonly [string, string, string];
  empty: string;
  nothing: string;
  nothingText: string;
  reset: string;
}

interface Props<Row> {
  words: ListWords;
  list: UseQueryResult<{ items: Row[]; total: number }, unknown>;
  /** Whether conditions are chosen: then nothing means «nothing found». */
  filtered: boolean;
  /** Said where the register is empty. */
  emptyText: string;
  /** The main action, offered in the header and where the register is empty. */
  add?: ReactNode;
  /** Further actions of the header: a file, for instance. */
  actions?: ReactNode;
  readAll: () => Promise<Row[]>;
  panel: ReactNode;
  tags: readonly FilterTag[];
  onReset: () => void;
  table: (rows: Row[], more: { total: number; stale: boolean; empty: ReactNode }) => ReactNode;
}

/** The frame of a register: a title that counts, filters with their tags, the table, print of all rows, and every empty state. */
export function ListPage<Row>(props: Props<Row>) {
  const { words, list, filtered, emptyText, add, actions, readAll, panel, tags, onReset, table } = props;
  const total = list.data?.total;
  const all = usePrintAll(readAll);
  const answer =
    total === undefined
      ? undefined
      : `${filtered ? words.count.found : words.count.all} ${formatCount(total, words.forms)}`;
  useEffect(() => {
    if (answer) announce(answer);
  }, [answer]);

  if (total === 0 && !filtered)
    return (
      <>
        <PageHeader title={words.title} />
        <EmptyState title={words.empty} action={add}>
          {emptyText}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHeader
        title={words.title}
        answer={answer}
        actions={
          <>
            {total ? (
              <Button
                variant="default"
                leftSection={<IconPrinter size={18} aria-hidden="true" />}
                loading={all.busy}
                onClick={all.print}
              >
                {words.print}
              </Button>
            ) : null}
            {total ? actions : null}
            {add}
          </>
        }
      />
      {all.error ? <ProblemAlert error={all.error} onRetry={all.print} /> : null}
      <WithFilters panel={panel}>
        <FilterTags tags={tags} onReset={onReset} />
        <p className="print-only">{words.printed(formatDay(new Date().toLocaleDateString('sv-SE')))}</p>
        {list.data ? (
          table(all.rows ?? list.data.items, {
            total: list.data.total,
            stale: list.isPlaceholderData && !all.rows,
            empty: (
              <EmptyState title={words.nothing} action={<Button onClick={onReset}>{words.reset}</Button>}>
                {words.nothingText}
              </EmptyState>
            ),
          })
        ) : list.error ? (
          <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <DelayedSkeleton rows={10} />
        )}
      </WithFilters>
    </>
  );
}
