import { IconPlus, IconTableImport } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { cohortsOptions } from '@/api/dictionaries';
import type { CohortSummary } from '@/api/gen/types.gen';
import { useCan, useMe } from '@/api/session';
import { categories, categoryName } from '@/api/terms';
import { formatDay, formatNumber } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/page-header';
import { ru } from './ru';

export function CohortList({ emptyOnly = false }: { emptyOnly?: boolean }) {
  const all = useSuspenseQuery(cohortsOptions()).data;
  const cohorts = emptyOnly ? all.filter(({ members }) => members === 0) : all;
  const { region } = useMe();
  const may = useCan('cohorts:write');
  const columns: Column<CohortSummary>[] = [
    { id: 'name', header: ru.columns.name, card: 'title', cell: (cohort) => cohort.name },
    { id: 'period', header: ru.columns.period, cell: (cohort) => cohort.period },
    {
      id: 'order',
      header: ru.columns.order,
      cell: (cohort) => ru.order(cohort.orderNumber, formatDay(cohort.orderDate)),
    },
    ...categories.map(
      (category): Column<CohortSummary> => ({
        id: category,
        header: categoryName(category, region),
        align: 'right',
        cell: (cohort) => formatNumber(cohort.byCategory[category]),
      }),
    ),
    {
      id: 'members',
      header: ru.columns.members,
      align: 'right',
      cell: (cohort) => <b>{formatNumber(cohort.members)}</b>,
    },
  ];
  const create = may ? (
    <LinkButton to="/cohorts/new" leftSection={<IconPlus size={18} aria-hidden="true" />}>
      {ru.create}
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title={ru.title} answer={ru.answer} actions={cohorts.length > 0 ? create : null} />
      <DataTable
        caption={ru.title}
        columns={columns}
        rows={cohorts}
        rowKey={({ id }) => id}
        rowLink={({ id }) => ({ to: '/cohorts/$cohortId', params: { cohortId: id } })}
        empty={
          <EmptyState
            title={ru.empty}
            action={
              may ? (
                <LinkButton to="/imports" leftSection={<IconTableImport size={18} aria-hidden="true" />}>
                  {ru.import}
                </LinkButton>
              ) : null
            }
          >
            {may ? ru.emptyText : ru.emptyReader}
          </EmptyState>
        }
      />
    </>
  );
}
