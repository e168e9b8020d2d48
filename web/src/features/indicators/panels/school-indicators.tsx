import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ComparedFigure, PanelIndicator, SchoolIndicator } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { schoolForms } from '@/api/terms';
import { formatChange, formatCount, formatOutOf, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { type Column, DataTable } from '@/ui/data-table';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { ProblemAlert } from '@/ui/problem-alert';
import { SetChoosers } from './choosers';
import { baseOf, formatFigure, formatValue } from './model';
import classes from './panels.module.css';
import { panelChoicesOptions, schoolIndicatorsOptions } from './queries';
import { Reached } from './reached';
import { ru } from './ru';
import type { SchoolIndicatorsSearch } from './search';

interface Props {
  schoolId: string;
  search: SchoolIndicatorsSearch;
  onSearch: (next: SchoolIndicatorsSearch) => void;
}

/** The indicators of a school beside those of its municipality and region. */
export function SchoolIndicatorsView({ schoolId, search, onSearch }: Props) {
  const sets = useSuspenseQuery(panelChoicesOptions()).data;
  const query = useQuery(schoolIndicatorsOptions(schoolId, search));
  const data = query.data;
  const { role } = useMe();
  if (query.error) return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  if (!data) return <DelayedSkeleton rows={8} />;
  const rows = data.indicators;
  return (
    <>
      <section className={`${classes.choosers} no-print`} aria-label={ru.choosers}>
        <SetChoosers
          sets={sets}
          set={search.set ?? data.set?.id}
          period={search.period ?? data.period ?? undefined}
          onSearch={onSearch}
        />
      </section>
      {rows.length === 0 ? (
        <EmptyState title={ru.ofSchool.none}>{ru.ofSchool.noneText}</EmptyState>
      ) : (
        <div className={classes.stack} data-stale={query.isPlaceholderData || undefined}>
          <Card title={answerWords(rows)} flush>
            <p className={classes.note} style={{ padding: '0 16px' }}>
              {ru.ofSchool.text}
            </p>
            <DataTable
              caption={ru.ofSchool.table}
              columns={columnsFor(role !== 'School')}
              rows={rows}
              rowKey={({ indicator }) => indicator.id}
              plain
            />
          </Card>
        </div>
      )}
    </>
  );
}

function answerWords(rows: readonly SchoolIndicator[]): string {
  const judged = rows.filter(({ achievement }) => achievement === 'Achieved' || achievement === 'NotAchieved');
  const achieved = rows.filter(({ achievement }) => achievement === 'Achieved').length;
  const filled = rows.filter(({ figure }) => figure).length;
  return judged.length > 0
    ? ru.ofSchool.headline(String(achieved), String(judged.length))
    : ru.ofSchool.noTargets(formatOutOf({ numerator: filled, denominator: rows.length }));
}

function columnsFor(linked: boolean): Column<SchoolIndicator>[] {
  return [
    {
      id: 'indicator',
      header: ru.indicator,
      card: 'title',
      cell: ({ indicator: { id, number, name } }) =>
        linked ? (
          <Link to="/indicators/$indicatorId" params={{ indicatorId: id }}>
            {number}. {name}
          </Link>
        ) : (
          `${number}. ${name}`
        ),
    },
    {
      id: 'value',
      header: ru.columns.school,
      align: 'right',
      cell: ({ figure, indicator, small }) => (
        <span>
          <b>{formatFigure(figure, indicator)}</b>
          {small ? <abbr title={ru.small}>*</abbr> : null} <span className={classes.beside}>{baseOf(figure)}</span>
        </span>
      ),
    },
    {
      id: 'target',
      header: ru.columns.target,
      align: 'right',
      cell: ({ target, indicator }) => formatValue(target, indicator),
    },
    {
      id: 'result',
      header: ru.columns.result,
      nowrap: true,
      cell: ({ achievement }) => <Reached achievement={achievement} />,
    },
    {
      id: 'municipality',
      header: ru.columns.municipality,
      align: 'right',
      cell: ({ municipality, indicator }) => <Beside figure={municipality} indicator={indicator} />,
    },
    {
      id: 'region',
      header: ru.columns.region,
      align: 'right',
      cell: ({ region, indicator }) => <Beside figure={region} indicator={indicator} />,
    },
    {
      id: 'difference',
      header: ru.columns.difference,
      align: 'right',
      cell: ({ figure, region }) =>
        // A sum over the schools of the region is nothing to compare one school with.
        figure && region && region.figure.kind !== 'Sum' ? formatChange(figure.value - region.figure.value) : missing,
    },
  ];
}

function Beside({ figure, indicator }: { figure: ComparedFigure | null; indicator: PanelIndicator }) {
  if (!figure) return missing;
  return <span title={formatCount(figure.schools, schoolForms)}>{formatFigure(figure.figure, indicator)}</span>;
}
