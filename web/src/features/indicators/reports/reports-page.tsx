import { Button, NativeSelect } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { IndicatorPeriodDetails, IndicatorSetSummary, ReportState, ReportSummary } from '@/api/gen/types.gen';
import { useCan } from '@/api/session';
import { schoolForms } from '@/api/terms';
import { announce } from '@/lib/announce';
import { formatCount, formatNumber } from '@/lib/format';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { FilterBar } from '@/ui/filter-bar';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { Switcher } from '@/ui/switcher';
import { periodName } from '../grid/model';
import { setsOptions } from '../grid/queries';
import { DecisionProblem } from './decision-problem';
import { MunicipalityFilter } from './municipality-filter';
import { OutlierFilters, Outliers, OutliersAnswer } from './outliers';
import { PeriodCard } from './period-card';
import { countOptions, pageSize, periodsOptions, reportsOptions } from './queries';
import { ReportTable } from './report-table';
import classes from './reports.module.css';
import { ReturnDialog } from './return-dialog';
import { ru } from './ru';
import type { ReportsSearch } from './search';
import { useDecision } from './use-decision';

interface Props {
  search: ReportsSearch;
  onSearch: (next: ReportsSearch) => void;
}

const states = ['Draft', 'Submitted', 'Returned', 'Accepted'] as const satisfies readonly ReportState[];

const views = [
  { value: 'reports', label: ru.views.reports },
  { value: 'check', label: ru.views.check },
] as const;

/** Who has handed a period in: accepted or sent back here; periods are opened and closed here. */
export function ReportsPage({ search, onSearch }: Props) {
  const sets = useSuspenseQuery(setsOptions()).data;
  const set = sets.find(({ id }) => id === search.set) ?? sets[0];
  if (!set)
    return (
      <>
        <PageHeader title={ru.title} />
        <EmptyState title={ru.none}>{ru.noneText}</EmptyState>
      </>
    );
  return <OfSet set={set} sets={sets} search={search} onSearch={onSearch} />;
}

function OfSet({ set, sets, search, onSearch }: Props & { set: IndicatorSetSummary; sets: IndicatorSetSummary[] }) {
  const periods = useQuery(periodsOptions(set.id));
  const defines = useCan('definitions:write');
  const reviews = useCan('reviews:write');
  const checking = reviews && search.check !== undefined;
  const open = periods.data?.filter(({ closedAt }) => !closedAt) ?? [];
  const period = periods.data?.find((one) => one.period === search.period) ?? open[0] ?? periods.data?.at(-1);
  const choosers = (
    <FilterBar>
      <NativeSelect
        aria-label={ru.set}
        value={set.id}
        data={sets.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => onSearch({ set: event.currentTarget.value, check: checking ? 'all' : undefined })}
      />
      {period ? (
        <>
          <NativeSelect
            aria-label={ru.period}
            value={period.period}
            data={(periods.data ?? []).map((one) => ({ value: one.period, label: periodName(one.period) }))}
            onChange={(event) => onSearch({ ...search, period: event.currentTarget.value, page: undefined })}
          />
          {checking ? (
            <OutlierFilters set={set.id} search={search} onSearch={onSearch} />
          ) : (
            <Filters search={search} onSearch={onSearch} />
          )}
        </>
      ) : null}
    </FilterBar>
  );
  return (
    <>
      <PageHeader
        title={ru.title}
        answer={
          period ? (
            checking ? (
              <OutliersAnswer set={set.id} period={period.period} search={search} />
            ) : (
              <Answer set={set.id} period={period.period} search={search} />
            )
          ) : undefined
        }
        actions={
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden="true" />}
            onClick={() => window.print()}
          >
            Печать
          </Button>
        }
      />
      {reviews ? (
        <div className={classes.views}>
          <Switcher
            label={ru.view}
            value={checking ? 'check' : 'reports'}
            options={views}
            onChange={(view) =>
              onSearch({ set: search.set, period: search.period, ...(view === 'check' && { check: 'all' }) })
            }
          />
        </div>
      ) : null}
      {choosers}
      <div className={classes.stack}>
        {defines && periods.data && !checking ? <PeriodCard set={set.id} periods={periods.data} /> : null}
        {period && checking ? (
          <Outliers set={set.id} period={period.period} search={search} onSearch={onSearch} />
        ) : period ? (
          <Reports set={set.id} period={period} search={search} onSearch={onSearch} />
        ) : periods.error ? (
          <ProblemAlert error={periods.error} onRetry={() => void periods.refetch()} />
        ) : periods.data ? (
          <EmptyState title={ru.noPeriods}>{defines ? ru.noPeriodsText : ru.noPeriodsReader}</EmptyState>
        ) : (
          <DelayedSkeleton />
        )}
      </div>
    </>
  );
}

/** «Сдали 12 из 40, принято 9.» */
function Answer({ set, period, search: { municipality } }: { set: string; period: string; search: ReportsSearch }) {
  const total = (state?: ReportState) => ({ state, municipality });
  const all = useQuery(countOptions(set, period, total())).data?.total;
  const submitted = useQuery(countOptions(set, period, total('Submitted'))).data?.total;
  const accepted = useQuery(countOptions(set, period, total('Accepted'))).data?.total;
  if (all === undefined || submitted === undefined || accepted === undefined) return null;
  return ru.answer(formatNumber(submitted + accepted), formatCount(all, schoolForms), formatNumber(accepted));
}

function Filters({ search, onSearch }: Props) {
  const change = (next: Partial<ReportsSearch>) => onSearch({ ...search, ...next, page: undefined });
  return (
    <>
      <NativeSelect
        aria-label={ru.state}
        value={search.state ?? ''}
        data={[{ value: '', label: ru.anyState }, ...states.map((value) => ({ value, label: ru.states[value] }))]}
        onChange={(event) => change({ state: states.find((state) => state === event.currentTarget.value) })}
      />
      <MunicipalityFilter value={search.municipality} onChange={(municipality) => change({ municipality })} />
    </>
  );
}

interface ReportsProps extends Props {
  set: string;
  period: IndicatorPeriodDetails;
}

function Reports({ set, period, search, onSearch }: ReportsProps) {
  const [returning, setReturning] = useState<ReportSummary | null>(null);
  const decision = useDecision();
  const { data, error, isPlaceholderData, refetch } = useQuery(reportsOptions(set, period.period, search));
  const filtered = Boolean(search.state || search.municipality);
  useEffect(() => {
    if (data && filtered) announce(formatCount(data.total, schoolForms));
  }, [data, filtered]);
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <DelayedSkeleton />;
  return (
    <>
      <DecisionProblem problem={decision.error} />
      <ReportTable
        rows={data.items}
        closed={period.closedAt !== null}
        pending={decision.isPending}
        onAccept={(report) => decision.mutate({ report, reason: null })}
        onReturn={setReturning}
        sort={search.sort}
        onSort={(sort) => onSearch({ ...search, sort: sort as ReportsSearch['sort'], page: undefined })}
        paging={{
          page: search.page ?? 1,
          pageSize,
          total: data.total,
          onPage: (page) => onSearch({ ...search, page: page > 1 ? page : undefined }),
        }}
        stale={isPlaceholderData}
        empty={
          <EmptyState
            title={ru.nothing}
            action={
              filtered ? (
                <Button onClick={() => onSearch({ set: search.set, period: search.period })}>{ru.reset}</Button>
              ) : null
            }
          />
        }
      />
      {returning ? <ReturnDialog report={returning} onClose={() => setReturning(null)} /> : null}
    </>
  );
}
