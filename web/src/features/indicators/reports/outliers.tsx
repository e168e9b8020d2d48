import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { IndicatorOutlier, OutlierKind } from '@/api/gen/types.gen';
import { announce } from '@/lib/announce';
import { formatCount, formatNumber } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { Note } from '@/ui/note';
import { ProblemAlert } from '@/ui/problem-alert';
import { valueForms } from '../grid/ru';
import { MunicipalityFilter } from './municipality-filter';
import { ru } from './outliers-ru';
import { outliersOptions, pageSize, schoolIndicatorsOptions } from './queries';
import classes from './reports.module.css';
import type { ReportsSearch } from './search';

interface Props {
  set: string;
  search: ReportsSearch;
  onSearch: (next: ReportsSearch) => void;
}

const kinds = ['High', 'Low', 'Change'] as const satisfies readonly OutlierKind[];

/** Kind, indicator and municipality, all in the address. */
export function OutlierFilters({ set, search, onSearch }: Props) {
  const indicators = useQuery(schoolIndicatorsOptions(set)).data?.items ?? [];
  const change = (next: Partial<ReportsSearch>) => onSearch({ ...search, ...next, page: undefined });
  return (
    <>
      <NativeSelect
        aria-label={ru.kind}
        value={search.check ?? 'all'}
        data={[{ value: 'all', label: ru.anyKind }, ...kinds.map((value) => ({ value, label: ru.kinds[value] }))]}
        onChange={(event) => change({ check: kinds.find((kind) => kind === event.currentTarget.value) ?? 'all' })}
      />
      <NativeSelect
        aria-label={ru.indicator}
        value={search.indicator ?? ''}
        data={[
          { value: '', label: ru.anyIndicator },
          ...indicators.map(({ id, number, name }) => ({ value: id, label: `${number}. ${name}` })),
        ]}
        onChange={(event) => change({ indicator: event.currentTarget.value || undefined })}
      />
      <MunicipalityFilter value={search.municipality} onChange={(municipality) => change({ municipality })} />
    </>
  );
}

interface ShownProps {
  set: string;
  period: string;
  search: ReportsSearch;
}

/** How many values were looked at and how many of them are unusual, whatever the chosen kind. */
export function OutliersAnswer({ set, period, search }: ShownProps) {
  const { data } = useQuery(outliersOptions(set, period, search));
  if (!data) return null;
  const values = formatCount(data.values, valueForms);
  return data.total > 0 ? ru.answer(formatNumber(data.total), values) : ru.answerNone(values);
}

/** Values worth a second look, told in words; each leads to its cell. */
export function Outliers({ set, period, search, onSearch }: Props & ShownProps) {
  const { data, error, isPlaceholderData, refetch } = useQuery(outliersOptions(set, period, search));
  const rows = (data?.items ?? []).filter(({ kind }) => search.check === 'all' || kind === search.check);
  const filtered = search.check !== 'all' || search.indicator !== undefined || search.municipality !== undefined;
  const page = search.page ?? 1;
  useEffect(() => {
    if (data && filtered) announce(formatCount(rows.length, valueForms));
  }, [data, filtered, rows.length]);
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton />;
  return (
    <>
      {data.total > data.items.length ? (
        <Note tone="quiet">{ru.cut(formatNumber(data.items.length), formatNumber(data.total))}</Note>
      ) : null}
      <DataTable
        caption={ru.caption}
        columns={columns}
        rows={rows.slice((page - 1) * pageSize, page * pageSize)}
        rowKey={({ valueId, kind }) => `${valueId}|${kind}`}
        rowLink={({ schoolId, code }) => ({
          to: '/indicators/entry',
          search: { set, school: schoolId, cell: `${code}@${period}` },
        })}
        stale={isPlaceholderData}
        paging={{
          page,
          pageSize,
          total: rows.length,
          onPage: (next) => onSearch({ ...search, page: next > 1 ? next : undefined }),
        }}
        empty={
          filtered ? (
            <EmptyState
              title={ru.nothingFiltered}
              action={
                <Button onClick={() => onSearch({ set: search.set, period: search.period, check: 'all' })}>
                  {ru.reset}
                </Button>
              }
            />
          ) : (
            <EmptyState title={ru.nothing}>
              {data.values > 0 ? ru.nothingText(formatCount(data.values, valueForms)) : ru.nothingYet}
            </EmptyState>
          )
        }
      />
    </>
  );
}

/** Without the value, which stands beside it. */
function whyOf(text: string, message: string): string {
  const why = message.startsWith(text) ? message.slice(text.length).replace(/^\s*[—–-]\s*/, '') : message;
  return why.charAt(0).toUpperCase() + why.slice(1);
}

const columns: Column<IndicatorOutlier>[] = [
  {
    id: 'school',
    header: ru.columns.school,
    card: 'title',
    width: '20%',
    cell: ({ schoolName }) => schoolName,
  },
  { id: 'indicator', header: ru.columns.indicator, card: 'text', width: '26%', cell: ({ name }) => name },
  { id: 'value', header: ru.columns.value, align: 'right', nowrap: true, cell: ({ text }) => text },
  {
    id: 'why',
    card: 'text',
    header: ru.columns.why,
    cell: ({ text, message, comment }) => (
      <>
        {whyOf(text, message)}
        <span className={classes.said}>{comment ? ru.said(comment) : ru.unsaid}</span>
      </>
    ),
  },
];
