import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { dynamicsChoicesOptions, municipalitiesOptions } from '@/api/dictionaries';
import { schoolForms } from '@/api/terms';
import { announce } from '@/lib/announce';
import { formatCount } from '@/lib/format';
import { usePrintAll } from '@/lib/use-print-all';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { Switcher } from '@/ui/switcher';
import { questionWords } from './dynamics-page';
import { DynamicsSchoolTable } from './dynamics-school-table';
import { dynamicsSchoolsOptions, pageSize, readAllDynamicsSchools } from './queries';
import { ru } from './ru';
import { type Direction, directions, type Question, resolve, type SchoolsSearch } from './search';

interface Props {
  search: SchoolsSearch;
  onSearch: (next: SchoolsSearch) => void;
  /** Kept filters, put together with the list by the page. */
  views?: ReactNode;
}

/** The schools behind one number of the dynamics. */
export function DynamicsSchools({ search, onSearch, views }: Props) {
  const choices = useSuspenseQuery(dynamicsChoicesOptions()).data;
  const question = resolve(search, choices);
  if (!question) return <EmptyState title={ru.none}>{ru.noneText}</EmptyState>;
  return <Schools question={question} search={search} onSearch={onSearch} views={views} />;
}

function Schools({ question, search, onSearch, views }: Props & { question: Question }) {
  const direction: Direction = search.direction ?? 'rising';
  const list = useQuery(dynamicsSchoolsOptions(question, search));
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const all = usePrintAll(() => readAllDynamicsSchools(question, search));
  const place =
    search.groupBy === 'municipality' ? municipalities.find(({ code }) => code === search.group)?.name : undefined;
  const title = list.data
    ? ru.pageOf(ru.directions[direction], formatCount(list.data.total, schoolForms))
    : ru.directions[direction];
  useEffect(() => announce(title), [title]);
  const { direction: _d, group: _g, groupBy: _b, sort: _s, page: _p, ...back } = search;
  return (
    <>
      <PageHeader
        title={title}
        above={
          <p style={{ margin: '0 0 6px' }} className="no-print">
            <Link to="/indicators/dynamics" search={back}>
              {ru.back}
            </Link>
          </p>
        }
        answer={[questionWords(question), place].filter(Boolean).join('. ')}
        actions={
          <>
            {views}
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden="true" />}
              loading={all.busy}
              onClick={all.print}
            >
              {ru.print}
            </Button>
          </>
        }
      />
      {all.error ? <ProblemAlert error={all.error} onRetry={all.print} /> : null}
      <div style={{ marginBottom: 12 }}>
        <Switcher
          label={ru.schools}
          value={direction}
          options={directions.map((value) => ({ value, label: ru.directions[value] }))}
          onChange={(value) => onSearch({ ...search, direction: value, page: undefined })}
        />
      </div>
      {list.data ? (
        <DynamicsSchoolTable
          rows={all.rows ?? list.data.items}
          question={question}
          sort={search.sort ?? '-change'}
          onSort={(sort) => onSearch({ ...search, sort: sort as SchoolsSearch['sort'], page: undefined })}
          paging={{
            page: search.page ?? 1,
            pageSize,
            total: list.data.total,
            onPage: (page) => onSearch({ ...search, page: page > 1 ? page : undefined }),
          }}
          stale={list.isPlaceholderData && !all.rows}
        />
      ) : list.error ? (
        <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <DelayedSkeleton />
      )}
    </>
  );
}
