import { Button, Select } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { municipalitiesOptions } from '@/api/dictionaries';
import type { IndicatorRanking } from '@/api/gen/types.gen';
import { schoolGenitive } from '@/api/terms';
import { announce } from '@/lib/announce';
import { formatNumber, formatOutOfNoun } from '@/lib/format';
import { usePrintAll } from '@/lib/use-print-all';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { WhomChoosers } from './choosers';
import { FileButtons } from './file-buttons';
import { GroupCard } from './group-card';
import { baseOf, formatFigure, formatValue } from './model';
import classes from './panels.module.css';
import { panelChoicesOptions, rankingFile, rankingOptions, readWholeRanking } from './queries';
import { RankingCard } from './ranking-card';
import { ru } from './ru';
import type { IndicatorSearch } from './search';
import { SpreadPlot } from './spread-plot';
import { TrendCard } from './trend-card';

interface Props {
  id: string;
  search: IndicatorSearch;
  onSearch: (next: IndicatorSearch) => void;
}

/** One indicator: the answer in the headline, its spread over schools, its way over periods, groups and places. */
export function IndicatorPage({ id, search, onSearch }: Props) {
  const query = useQuery(rankingOptions(id, search));
  const ranking = query.data;
  const words = ranking ? answerWords(ranking) : undefined;
  const all = usePrintAll(() => readWholeRanking(id, search));
  useEffect(() => {
    if (words) announce(words);
  }, [words]);
  if (!ranking)
    return query.error ? (
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <DelayedSkeleton rows={8} />
    );
  const { indicator, spread } = ranking;
  return (
    <>
      <PageHeader
        title={indicator.name}
        above={
          <p style={{ margin: '0 0 6px' }} className="no-print">
            <Link
              to="/indicators"
              search={{ period: ranking.period, category: search.category, cohort: search.cohort }}
            >
              {ru.back}
            </Link>
          </p>
        }
        answer={
          <>
            <strong className={classes.answer}>{words}</strong>
            <span className={classes.what}>
              {[indicator.group, ru.directions[indicator.direction], ranking.period].join(' · ')}
            </span>
          </>
        }
        actions={<FileButtons file={rankingFile(id, search)} busy={all.busy} onPrint={all.print} />}
      />
      <Choosers ranking={ranking} search={search} onSearch={onSearch} />
      {all.error ? <ProblemAlert error={all.error} onRetry={all.print} /> : null}
      <div className={classes.stack} data-stale={query.isPlaceholderData || undefined}>
        <div className={classes.pair}>
          <SpreadPlot
            ranking={ranking}
            title={spread && spread.count > 1 ? ru.spread(formatValue(spread.median, indicator)) : ru.spreadOne}
            fileName={`${indicator.name} – разброс школ`}
          />
          <TrendCard id={id} municipality={search.municipality} />
        </div>
        <GroupCard id={id} search={search} onSearch={onSearch} />
        <RankingCard
          ranking={ranking}
          rows={all.rows}
          search={search}
          onSearch={onSearch}
          stale={query.isPlaceholderData && !all.rows}
        />
      </div>
    </>
  );
}

function Choosers({ ranking, search, onSearch }: Omit<Props, 'id'> & { ranking: IndicatorRanking }) {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const sets = useSuspenseQuery(panelChoicesOptions()).data;
  const own = sets.find(({ id }) => id === ranking.indicator.setId)?.periods ?? [];
  const periods = [...new Set([ranking.period, ...own])].sort().reverse();
  const some = search.category ?? search.cohort ?? search.municipality ?? search.achievement;
  return (
    <section className={`${classes.choosers} no-print`} aria-label={ru.choosers}>
      <Select
        label={ru.period}
        allowDeselect={false}
        data={periods}
        value={ranking.period}
        onChange={(value) => onSearch({ ...search, period: value ?? undefined, page: undefined })}
      />
      <Select
        label={ru.municipality}
        placeholder={ru.anyCohort}
        clearable
        searchable
        clearButtonProps={{ 'aria-label': `${ru.clear}: ${ru.municipality}` }}
        data={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        value={search.municipality ?? null}
        onChange={(value) => onSearch({ ...search, municipality: value ?? undefined, page: undefined })}
      />
      <WhomChoosers search={search} onSearch={(next) => onSearch({ ...search, ...next, page: undefined })} />
      {some ? (
        <Button variant="subtle" onClick={() => onSearch({ period: search.period, groupBy: search.groupBy })}>
          {ru.resetFilter}
        </Button>
      ) : null}
    </section>
  );
}

function answerWords({ indicator, figures }: IndicatorRanking): string {
  if (!figures.figure) return ru.noValues;
  const base = baseOf(figures.figure);
  const judged = figures.achieved + figures.missed;
  return [
    `${formatFigure(figures.figure, indicator)}${base ? ` (${base})` : ''}`,
    figures.figure.kind && figures.figure.kind !== 'RatioOfSums' ? ru.kinds[figures.figure.kind] : undefined,
    ru.withValue(formatOutOfNoun({ numerator: figures.schools, denominator: figures.registered }, schoolGenitive)),
    judged > 0 ? ru.achievedBy(formatNumber(figures.achieved), formatNumber(judged)) : undefined,
  ]
    .filter(Boolean)
    .join('; ');
}
