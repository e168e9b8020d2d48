import { Button } from '@mantine/core';
import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useCan } from '@/api/session';
import { schoolForms } from '@/api/terms';
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
import { readAllSchools, schoolsOptions } from './queries';
import { ru } from './ru';
import { SchoolFilterPanel } from './school-filters';
import { SchoolTable } from './school-table';
import { chosen, pageSize, type SchoolFilters, type SchoolSearch } from './search';
import { useFilterTags } from './use-filter-tags';

interface Props {
  search: SchoolSearch;
  onSearch: (next: SchoolSearch) => void;
  /** Kept filters, put together with the list by the page. */
  views?: ReactNode;
}

export function SchoolRegistry({ search, onSearch, views }: Props) {
  const list = useQuery(schoolsOptions(search));
  const total = list.data?.total;
  const mayAdd = useCan('schools:write');
  const filtered = chosen(search).length > 0;
  // Another filter starts from the first page; the order stays.
  const change = (next: Partial<SchoolFilters>) => onSearch({ ...search, ...next, page: undefined });
  const reset = () => onSearch({ sort: search.sort });
  const tags = useFilterTags(search, change);
  const all = usePrintAll(() => readAllSchools(search));
  const answer =
    total === undefined ? undefined : `${filtered ? ru.count.found : ru.count.all} ${formatCount(total, schoolForms)}`;

  useEffect(() => {
    if (answer) announce(answer);
  }, [answer]);

  const actions = (
    <>
      {views}
      {total ? (
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden="true" />}
          loading={all.busy}
          onClick={all.print}
        >
          {ru.print}
        </Button>
      ) : null}
      {mayAdd ? (
        <LinkButton to="/schools/new" leftSection={<IconPlus size={18} aria-hidden="true" />}>
          {ru.add}
        </LinkButton>
      ) : null}
    </>
  );
  const header = <PageHeader title={ru.title} answer={answer} actions={actions} />;

  if (total === 0 && !filtered)
    return (
      <>
        {header}
        <NoSchools />
      </>
    );
  return (
    <>
      {header}
      {all.error ? <ProblemAlert error={all.error} onRetry={all.print} /> : null}
      <WithFilters panel={<SchoolFilterPanel search={search} onChange={change} />}>
        <FilterTags tags={tags} onReset={reset} />
        <p className="print-only">Составлено {formatDay(new Date().toLocaleDateString('sv-SE'))}</p>
        {list.data ? (
          <SchoolTable
            rows={all.rows ?? list.data.items}
            sort={search.sort ?? 'name'}
            onSort={(sort) => onSearch({ ...search, sort: sort as SchoolSearch['sort'], page: undefined })}
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

function NoSchools() {
  const mayImport = useCan('imports:write');
  return (
    <EmptyState title={ru.empty} action={mayImport ? <LinkButton to="/imports">{ru.import}</LinkButton> : null}>
      {mayImport ? ru.emptyText : ru.emptyReader}
    </EmptyState>
  );
}
