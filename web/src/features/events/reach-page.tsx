import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { EventKind, EventReachRow } from '@/api/gen/types.gen';
import { formatCount, formatNumber } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import classes from './events.module.css';
import { reachOptions } from './queries';
import { eventForms, kindNames, peopleForms, reach as text } from './ru';
import type { ReachSearch } from './search';

interface Props {
  search: ReachSearch;
  /** The year that the region's clocks show. */
  thisYear: number;
  onSearch: (next: ReachSearch) => void;
}

const yearsBack = 5;

/** How many events of a year reached how many people, those without a name told apart. */
export function ReachPage({ search, thisYear, onSearch }: Props) {
  const year = search.year ?? thisYear;
  const by = search.by ?? 'municipality';
  const current = useQuery(reachOptions(search, year));
  const all = current.data;
  const columns: Column<EventReachRow>[] = [
    {
      id: 'name',
      header: text.name[by],
      card: 'title',
      width: '52%',
      cell: ({ key, name }) => (by === 'kind' ? (kindNames[key as EventKind] ?? name) : name),
    },
    { id: 'events', header: text.events, align: 'right', cell: ({ events }) => formatNumber(events) },
    { id: 'people', header: text.people, align: 'right', cell: ({ people }) => formatNumber(people) },
    { id: 'unnamed', header: text.unnamed, align: 'right', cell: ({ unnamed }) => formatNumber(unnamed) },
  ];
  return (
    <>
      <PageHeader
        title={text.title}
        answer={
          all
            ? text.answer(
                formatCount(all.events, eventForms),
                formatCount(all.people, peopleForms),
                formatNumber(all.unnamed),
              )
            : undefined
        }
      />
      <div className={`${classes.bar} no-print`}>
        <NativeSelect
          label={text.year}
          value={String(year)}
          data={Array.from({ length: yearsBack }, (_, i) => String(thisYear - i))}
          onChange={({ currentTarget: { value } }) =>
            onSearch({ ...search, year: Number(value) === thisYear ? undefined : Number(value) })
          }
        />
        <NativeSelect
          label={text.by}
          value={by}
          data={Object.entries(text.bys).map(([value, label]) => ({ value, label }))}
          onChange={({ currentTarget: { value } }) =>
            onSearch({ ...search, by: value === 'municipality' ? undefined : (value as 'school' | 'kind') })
          }
        />
      </div>
      {current.error ? <ProblemAlert error={current.error} onRetry={() => void current.refetch()} /> : null}
      {all ? (
        <>
          <DataTable
            caption={text.caption}
            columns={columns}
            rows={all.rows}
            rowKey={({ key }) => key}
            stale={current.isPlaceholderData}
            empty={<EmptyState title={text.empty}>{text.emptyText}</EmptyState>}
          />
          {all.rows.length > 0 ? <p className={classes.soft}>{text.note}</p> : null}
        </>
      ) : (
        <DelayedSkeleton rows={8} />
      )}
    </>
  );
}
