import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DiagnosticSummary } from '@/api/gen/types.gen';
import { useCan, useMe } from '@/api/session';
import { formatNumber } from '@/lib/format';
import { today } from '@/lib/today';
import { type Column, DataTable } from '@/ui/data-table';
import { LinkButton } from '@/ui/link-button';
import { ListPage } from '@/ui/list-page';
import { StatusBadge } from '@/ui/status-badge';
import { DiagnosticFilterPanel, useDiagnosticTags } from './diagnostic-filters';
import classes from './diagnostics.module.css';
import { chosen, pageSize } from './filters';
import { diagnosticsOptions, readAllDiagnostics } from './queries';
import { formNames, kindNames, ru, timeNames } from './ru';
import type { DiagnosticFilters, DiagnosticSearch } from './search';
import { Views } from './views';
import { daysWords, timeOf } from './words';

interface Props {
  search: DiagnosticSearch;
  onSearch: (next: DiagnosticSearch) => void;
}

export function DiagnosticList({ search, onSearch }: Props) {
  const list = useQuery(diagnosticsOptions(search));
  const mayAdd = useCan('training:write');
  const change = (next: Partial<DiagnosticFilters>) => onSearch({ ...search, ...next, page: undefined });
  const tags = useDiagnosticTags({ search, onChange: change });
  return (
    <>
      <Views open="list" />
      <ListPage
        words={ru}
        list={list}
        filtered={chosen(search) > 0}
        emptyText={ru.emptyText}
        add={
          mayAdd ? (
            <LinkButton to="/training/diagnostics/new" leftSection={<IconPlus size={18} aria-hidden="true" />}>
              {ru.add}
            </LinkButton>
          ) : null
        }
        readAll={() => readAllDiagnostics(search)}
        panel={<DiagnosticFilterPanel search={search} onChange={change} />}
        tags={tags}
        onReset={() => onSearch({ sort: search.sort })}
        table={(rows, { total, stale, empty }) => (
          <DiagnosticTable
            rows={rows}
            sort={search.sort ?? '-from'}
            onSort={(sort) => onSearch({ ...search, sort: sort as DiagnosticSearch['sort'], page: undefined })}
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
    </>
  );
}

interface TableProps {
  rows: readonly DiagnosticSummary[];
  sort: string;
  onSort: (sort: string | undefined) => void;
  paging: { page: number; pageSize: number; total: number; onPage: (page: number) => void };
  stale: boolean;
  empty: ReactNode;
}

function DiagnosticTable(props: TableProps) {
  const day = today(useMe().region.timeZone);
  const columns: Column<DiagnosticSummary>[] = [
    {
      id: 'title',
      header: ru.fields.title,
      sort: 'title',
      card: 'title',
      width: '36%',
      cell: ({ title, municipality }) => (
        <>
          {title}
          <span className={classes.under}>{municipality?.name ?? ru.region}</span>
        </>
      ),
    },
    {
      id: 'kind',
      header: ru.fields.kind,
      cell: ({ kind, form }) => (
        <>
          {kindNames[kind]}
          <span className={classes.under}>{formNames[form]}</span>
        </>
      ),
    },
    {
      id: 'from',
      header: ru.fields.dates,
      sort: 'from',
      cell: (row) => {
        const { word, tone } = timeNames[timeOf(row, day)];
        return (
          <span className={classes.name}>
            {daysWords(row.fromOn, row.untilOn)} <StatusBadge tone={tone}>{word}</StatusBadge>
          </span>
        );
      },
    },
    { id: 'teachers', header: ru.fields.teachers, align: 'right', cell: ({ teachers }) => formatNumber(teachers) },
    {
      id: 'deficient',
      header: ru.fields.deficient,
      align: 'right',
      nowrap: true,
      cell: ({ teachers, deficient }) =>
        teachers > 0 ? (
          ru.deficient(formatNumber(deficient), formatNumber(teachers))
        ) : (
          <span className={classes.soft}>{ru.noResults}</span>
        ),
    },
  ];
  return (
    <DataTable
      caption={ru.registry}
      columns={columns}
      rowKey={({ id }) => id}
      rowLink={({ id }) => ({ to: '/training/diagnostics/$diagnosticId', params: { diagnosticId: id } })}
      {...props}
    />
  );
}
