import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { IndicatorPanel } from '@/api/gen/types.gen';
import { schoolForms } from '@/api/terms';
import { announce } from '@/lib/announce';
import { formatCount, formatOutOf, formatOutOfNoun, formatPercent } from '@/lib/format';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { SetChoosers, WhomChoosers } from './choosers';
import { FileButtons } from './file-buttons';
import { HeatTable } from './heat-table';
import { panelAnswer } from './model';
import classes from './panels.module.css';
import { panelChoicesOptions, panelFile, panelOptions } from './queries';
import { indicatorGenitive, ru } from './ru';
import type { PanelSearch } from './search';

interface Props {
  search: PanelSearch;
  onSearch: (next: PanelSearch) => void;
}

/** How the indicators of a set stand: the answer in the headline, then municipality by indicator. */
export function PanelPage({ search, onSearch }: Props) {
  const sets = useSuspenseQuery(panelChoicesOptions()).data;
  const query = useQuery(panelOptions(search));
  const panel = query.data;
  const words = panel ? answerWords(panel) : undefined;
  useEffect(() => {
    if (words) announce(words);
  }, [words]);
  if (panel && !panel.set) {
    return (
      <>
        <PageHeader title={ru.title} />
        <EmptyState title={ru.none}>{ru.noneText}</EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={ru.title}
        answer={
          panel?.set ? (
            <>
              <strong className={classes.answer}>{words}</strong>
              <span className={classes.what}>
                {ru.shown(panel.set.name, panel.period ?? '', formatCount(panel.schools, schoolForms))}
              </span>
            </>
          ) : null
        }
        actions={<FileButtons file={panelFile(search)} onPrint={() => window.print()} />}
      />
      <section className={`${classes.choosers} no-print`} aria-label={ru.choosers}>
        <SetChoosers
          sets={sets}
          set={search.set ?? panel?.set?.id}
          period={search.period ?? panel?.period ?? undefined}
          onSearch={(next) => onSearch({ ...search, ...next, indicator: undefined })}
        />
        <WhomChoosers search={search} onSearch={(next) => onSearch({ ...search, ...next })} />
      </section>
      {query.error ? <ProblemAlert error={query.error} onRetry={() => void query.refetch()} /> : null}
      {panel ? (
        <div className={classes.stack} data-stale={query.isPlaceholderData || undefined}>
          {panel.indicators.length === 0 ? (
            <EmptyState title={ru.nothing}>{ru.nothingText}</EmptyState>
          ) : (
            <HeatTable panel={panel} search={search} onIndicator={(indicator) => onSearch({ ...search, indicator })} />
          )}
        </div>
      ) : query.error ? null : (
        <DelayedSkeleton rows={8} />
      )}
    </>
  );
}

function answerWords(panel: IndicatorPanel): string {
  const { filled, indicators, achieved, judged } = panelAnswer(panel);
  const data = ru.filled(formatOutOfNoun({ numerator: filled, denominator: indicators }, indicatorGenitive));
  const share = { numerator: achieved, denominator: judged };
  return judged === 0 ? data : `${ru.headline(formatOutOf(share), formatPercent(share))}`;
}
