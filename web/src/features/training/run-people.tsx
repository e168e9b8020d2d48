import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { IconDownload, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CourseRunDetails, EnrolmentSummary } from '@/api/gen/types.gen';
import { useCan, useMe } from '@/api/session';
import { formatDay, formatNumber, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { type Column, DataTable } from '@/ui/data-table';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { SearchField } from '@/ui/filter-bar';
import { ProblemAlert } from '@/ui/problem-alert';
import { BulkBar } from './bulk-bar';
import { pageSize } from './filters';
import { nameOf } from './names';
import { PasteDialog } from './paste-dialog';
import { enrolmentsOptions } from './queries';
import { enrolmentStates, ru, run as text } from './ru';
import { enrolmentOrder, type RunSearch } from './search';
import { EnrolmentBadge } from './state-badges';
import classes from './training.module.css';

interface Props {
  run: CourseRunDetails;
  search: RunSearch;
  onSearch: (next: RunSearch) => void;
}

/** People × state: who of one's own schools is on the run, with changes of many at once. */
export function RunPeople({ run, search, onSearch }: Props) {
  const list = useQuery(enrolmentsOptions(run.id, search));
  const { role } = useMe();
  const mayEnrol = useCan('enrolments:write');
  const mayDecide = useCan('training:write');
  const [chosen, setChosen] = useState<ReadonlyMap<string, EnrolmentSummary>>(new Map());
  const [pasting, setPasting] = useState(false);
  const takes = run.state === 'Open' || run.state === 'Running';
  const rows = list.data?.items ?? [];
  const counted = new Map(run.own.map(({ state, count }) => [state, count]));
  const everybody = run.own.reduce((sum, { count }) => sum + count, 0);
  const enrol =
    mayEnrol && takes ? (
      <Button leftSection={<IconUserPlus size={18} aria-hidden="true" />} onClick={() => setPasting(true)}>
        {mayDecide ? text.enrol : text.apply}
      </Button>
    ) : null;
  // In the version that the table shows now; of other pages in the one that was seen there.
  const known = [...chosen.values()].map((row) => rows.find(({ id }) => id === row.id) ?? row);

  function turn(row: EnrolmentSummary, on: boolean) {
    const next = new Map(chosen);
    if (on) next.set(row.id, row);
    else next.delete(row.id);
    setChosen(next);
  }

  function turnAll(on: boolean) {
    const next = new Map(chosen);
    for (const row of rows)
      if (on) next.set(row.id, row);
      else next.delete(row.id);
    setChosen(next);
  }

  return (
    <Card
      title={text.people}
      aside={
        everybody > 0 ? (
          <Button
            component="a"
            href={`/api/v1/enrolments/file?run=${run.id}`}
            download
            variant="default"
            size="xs"
            leftSection={<IconDownload size={16} aria-hidden="true" />}
          >
            {text.file}
          </Button>
        ) : null
      }
    >
      {everybody === 0 ? (
        <EmptyState title={text.empty} action={enrol}>
          {enrol ? text.emptyText : text.emptyObserver}
        </EmptyState>
      ) : (
        <>
          <div className={classes.bar}>
            <div className={classes.filters}>
              <NativeSelect
                label={ru.fields.state}
                value={search.state ?? ''}
                data={[
                  { value: '', label: `${text.all} (${formatNumber(everybody)})` },
                  ...enrolmentOrder
                    .filter((state) => counted.has(state) || state === search.state)
                    .map((state) => ({
                      value: state,
                      label: `${enrolmentStates[state].word} (${formatNumber(counted.get(state) ?? 0)})`,
                    })),
                ]}
                onChange={(event) =>
                  onSearch({
                    ...search,
                    state: (event.currentTarget.value || undefined) as RunSearch['state'],
                    page: undefined,
                  })
                }
              />
              {role === 'Observer' ? null : (
                <SearchField
                  label={text.columns.name}
                  placeholder={text.searchPlaceholder}
                  value={search.search}
                  onChange={(value) => onSearch({ ...search, search: value, page: undefined })}
                />
              )}
            </div>
            {enrol}
          </div>
          {mayEnrol && rows.length > 0 ? (
            <Checkbox
              className="no-print"
              mb="xs"
              label={text.chooseAll}
              checked={rows.every(({ id }) => chosen.has(id))}
              onChange={(event) => turnAll(event.currentTarget.checked)}
            />
          ) : null}
          {list.error ? (
            <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
          ) : list.data ? (
            <DataTable
              caption={text.people}
              columns={columnsOf(mayEnrol, chosen, turn)}
              rows={rows}
              rowKey={({ id }) => id}
              isChosen={({ id }) => chosen.has(id)}
              paging={{
                page: search.page ?? 1,
                pageSize,
                total: list.data.total,
                onPage: (page) => onSearch({ ...search, page: page > 1 ? page : undefined }),
              }}
              stale={list.isPlaceholderData}
              empty={<EmptyState title={text.empty} />}
              plain
            />
          ) : (
            <DelayedSkeleton rows={6} />
          )}
          {role === 'Operator' ? null : <p className={classes.soft}>{text.own}</p>}
        </>
      )}
      {known.length > 0 ? (
        <BulkBar run={run} chosen={known} mayDecide={mayDecide} onClear={() => setChosen(new Map())} />
      ) : null}
      {pasting ? <PasteDialog run={run} onClose={() => setPasting(false)} /> : null}
    </Card>
  );
}

function columnsOf(
  mayChoose: boolean,
  chosen: ReadonlyMap<string, EnrolmentSummary>,
  turn: (row: EnrolmentSummary, on: boolean) => void,
): Column<EnrolmentSummary>[] {
  return [
    {
      id: 'name',
      header: text.columns.name,
      card: 'title',
      width: '30%',
      cell: (row) => (
        <span className={classes.person}>
          {mayChoose ? (
            <Checkbox
              size="xs"
              aria-label={text.choose(nameOf(row))}
              checked={chosen.has(row.id)}
              onChange={(event) => turn(row, event.currentTarget.checked)}
            />
          ) : null}
          <span className={row.teacher?.name ? undefined : classes.soft}>{nameOf(row)}</span>
        </span>
      ),
    },
    { id: 'school', header: text.columns.school, cell: ({ school }) => school.name },
    {
      id: 'state',
      header: text.columns.state,
      cell: ({ state, reason }) => (
        <>
          <EnrolmentBadge state={state} />
          {reason ? <div className={classes.soft}>{reason}</div> : null}
        </>
      ),
    },
    {
      id: 'certificate',
      header: text.columns.certificate,
      cell: ({ certificateNumber: number, certificateOn: on }) =>
        number && on ? text.certificate(number, formatDay(on)) : (number ?? (on ? formatDay(on) : missing)),
    },
    {
      id: 'attendance',
      header: text.columns.attendance,
      nowrap: true,
      cell: ({ daysPresent, daysMarked }) => (daysMarked > 0 ? text.days(daysPresent, daysMarked) : missing),
    },
  ];
}
