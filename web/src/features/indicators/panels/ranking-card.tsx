import type { IndicatorRanking, IndicatorSchool } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { categoryName } from '@/api/terms';
import { formatNumber, missing } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { Switcher } from '@/ui/switcher';
import { baseOf, formatFigure, formatValue } from './model';
import classes from './panels.module.css';
import { pageSize } from './queries';
import { Reached } from './reached';
import { ru } from './ru';
import { achievements, type IndicatorSearch } from './search';

interface Props {
  ranking: IndicatorRanking;
  /** Every row, while the list is being printed. */
  rows: readonly IndicatorSchool[] | undefined;
  search: IndicatorSearch;
  onSearch: (next: IndicatorSearch) => void;
  stale: boolean;
}

/** Schools by place; equal values share one. */
export function RankingCard({ ranking, rows, search, onSearch, stale }: Props) {
  const { region } = useMe();
  const { indicator } = ranking;
  const columns: Column<IndicatorSchool>[] = [
    {
      id: 'place',
      header: ru.columns.place,
      align: 'right',
      width: '72px',
      sort: 'place',
      cell: ({ place }) => (place === null ? missing : formatNumber(place)),
    },
    { id: 'school', header: ru.columns.school, sort: 'name', card: 'title', cell: ({ name }) => name },
    {
      id: 'municipality',
      header: ru.columns.municipality,
      nowrap: true,
      sort: 'municipality',
      cell: ({ municipality }) => shortPlace(municipality.name),
    },
    {
      id: 'category',
      header: ru.category,
      nowrap: true,
      cell: ({ category }) => (category ? categoryName(category, region) : missing),
    },
    {
      id: 'value',
      header: ru.columns.value,
      align: 'right',
      cell: ({ figure, small }) => (
        <span>
          {formatFigure(figure, indicator)}
          {small ? <abbr title={ru.small}>*</abbr> : null} <span className={classes.beside}>{baseOf(figure)}</span>
        </span>
      ),
    },
    {
      id: 'target',
      header: ru.columns.target,
      align: 'right',
      sort: 'target',
      cell: ({ target }) => formatValue(target, indicator),
    },
    {
      id: 'result',
      header: ru.columns.result,
      nowrap: true,
      cell: ({ achievement }) => <Reached achievement={achievement} />,
    },
  ];
  return (
    <section aria-label={ru.ranking}>
      <h2 style={{ fontSize: '1.0625rem', margin: '8px 0 12px' }}>{ru.ranking}</h2>
      <div style={{ marginBottom: 12 }} className="no-print">
        <Switcher
          label={ru.columns.result}
          value={search.achievement ?? 'all'}
          options={[
            { value: 'all', label: ru.allSchools },
            ...achievements.map((value) => ({ value, label: ru.achievement[value] })),
          ]}
          onChange={(value) =>
            onSearch({ ...search, achievement: achievements.find((item) => item === value), page: undefined })
          }
        />
      </div>
      <DataTable
        caption={ru.ranking}
        columns={columns}
        rows={rows ?? ranking.items}
        rowKey={({ id }) => id}
        rowLink={({ id }) => ({
          to: '/schools/$schoolId/indicators',
          params: { schoolId: id },
          search: { period: ranking.period },
        })}
        sort={search.sort ?? 'place'}
        onSort={(sort) => onSearch({ ...search, sort: sort as IndicatorSearch['sort'], page: undefined })}
        paging={{
          page: search.page ?? 1,
          pageSize,
          total: ranking.total,
          onPage: (page) => onSearch({ ...search, page: page > 1 ? page : undefined }),
        }}
        stale={stale}
        empty={<EmptyState title={ru.noSchools}>{ru.noSchoolsText}</EmptyState>}
      />
    </section>
  );
}
