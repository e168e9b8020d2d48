import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { SelectionSummary } from '@/api/gen/types.gen';
import { useCan } from '@/api/session';
import { formatDay, formatNumber } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { LinkButton } from '@/ui/link-button';
import { ListPage } from '@/ui/list-page';
import { StatusBadge } from '@/ui/status-badge';
import { SelectionBadge } from './badges';
import { readAllSelections, selectionsOptions } from './queries';
import { ru } from './ru';
import { pageSize, type SelectionSearch } from './search';

interface Props {
  search: SelectionSearch;
  onSearch: (next: SelectionSearch) => void;
}

const columns: Column<SelectionSummary>[] = [
  { id: 'title', header: ru.fields.title, card: 'title', width: '40%', cell: ({ title }) => title },
  {
    id: 'window',
    header: ru.fields.window,
    sort: 'opens',
    nowrap: true,
    cell: ({ opensOn, closesOn }) => (
      <span className="numbers">{ru.window(formatDay(opensOn), formatDay(closesOn))}</span>
    ),
  },
  {
    id: 'state',
    header: ru.fields.state,
    nowrap: true,
    cell: ({ state, isExpert }) => (
      <>
        <SelectionBadge state={state} /> {isExpert ? <StatusBadge tone="info">{ru.expert}</StatusBadge> : null}
      </>
    ),
  },
  {
    id: 'applications',
    header: ru.fields.applications,
    align: 'right',
    nowrap: true,
    cell: ({ applications }) => formatNumber(applications),
  },
  {
    id: 'experts',
    header: ru.fields.experts,
    align: 'right',
    nowrap: true,
    cell: ({ experts }) => formatNumber(experts),
  },
];

export function SelectionList({ search, onSearch }: Props) {
  const list = useQuery(selectionsOptions(search));
  const mayAdd = useCan('selections:write');
  return (
    <ListPage
      words={ru}
      list={list}
      filtered={false}
      emptyText={mayAdd ? ru.emptyText : ru.emptyReader}
      add={
        mayAdd ? (
          <LinkButton to="/support/selections/new" leftSection={<IconPlus size={18} aria-hidden="true" />}>
            {ru.add}
          </LinkButton>
        ) : null
      }
      readAll={() => readAllSelections(search)}
      panel={null}
      tags={[]}
      onReset={() => onSearch({})}
      table={(rows, { total, stale, empty }) => (
        <DataTable
          caption={ru.registry}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          rowLink={({ id }) => ({ to: '/support/selections/$selectionId', params: { selectionId: id } })}
          sort={search.sort ?? '-opens'}
          onSort={(sort) => onSearch({ sort: sort as SelectionSearch['sort'] })}
          paging={{
            page: search.page ?? 1,
            pageSize,
            total,
            onPage: (page) => onSearch({ ...search, page: page > 1 ? page : undefined }),
          }}
          stale={stale}
          empty={empty}
        />
      )}
    />
  );
}
