import { Button, NativeSelect } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { cohortsOptions, municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import type { DeficitOverviewRow } from '@/api/gen/types.gen';
import { formatDay, formatNumber, formatPercent } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import classes from './diagnostics.module.css';
import { fileOf, toCounts } from './filters';
import { countsOptions } from './queries';
import { kindNames, counts as text } from './ru';
import { type CountSearch, kinds } from './search';
import { Views } from './views';
import { overviewWords } from './words';

interface Props {
  search: CountSearch;
  /** The year that the region's clocks show. */
  thisYear: number;
  onSearch: (next: CountSearch) => void;
}

const yearsBack = 5;

/** How many teachers have deficits, of how many diagnosed, of how many on the staff: by place, subject or deficit. */
export function CountsPage({ search, thisYear, onSearch }: Props) {
  const year = search.year ?? thisYear;
  const by = search.by ?? 'municipality';
  const current = useQuery(countsOptions(search, year));
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const cohorts = useSuspenseQuery(cohortsOptions()).data;
  const columns = columnsOf(by);
  const choice = (
    label: string,
    value: string,
    data: { value: string; label: string }[],
    set: (value: string) => void,
  ) => <NativeSelect label={label} value={value} data={data} onChange={(event) => set(event.currentTarget.value)} />;
  const all = (data: { value: string; label: string }[]) => [{ value: '', label: text.all }, ...data];
  return (
    <>
      <Views open="counts" />
      <PageHeader
        title={text.title}
        answer={current.data ? overviewWords(current.data) : undefined}
        actions={
          <Button
            component="a"
            href={fileOf('deficit-counts', toCounts(search, year))}
            download
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden="true" />}
          >
            {text.file}
          </Button>
        }
      />
      <div className={`${classes.filters} no-print`}>
        {choice(
          text.year,
          String(year),
          Array.from({ length: yearsBack }, (_, i) => String(thisYear - i)).map((one) => ({ value: one, label: one })),
          (value) => onSearch({ ...search, year: Number(value) === thisYear ? undefined : Number(value) }),
        )}
        {choice(
          text.by,
          by,
          Object.entries(text.bys).map(([value, label]) => ({ value, label })),
          (value) => onSearch({ ...search, by: value === 'municipality' ? undefined : (value as CountSearch['by']) }),
        )}
        {choice(
          text.kind,
          search.kind ?? '',
          all(kinds.map((value) => ({ value, label: kindNames[value] }))),
          (value) => onSearch({ ...search, kind: (value || undefined) as CountSearch['kind'] }),
        )}
        {cohorts.length > 0
          ? choice(
              text.cohort,
              search.cohort ?? '',
              all(cohorts.map(({ id, name }) => ({ value: id, label: name }))),
              (value) => onSearch({ ...search, cohort: value || undefined }),
            )
          : null}
        {municipalities.length > 1
          ? choice(
              text.municipality,
              search.municipality ?? '',
              all(municipalities.map(({ code, name }) => ({ value: code, label: name }))),
              (value) => onSearch({ ...search, municipality: value || undefined }),
            )
          : null}
        {choice(
          text.subject,
          search.subject ?? '',
          all(subjects.map(({ code, name }) => ({ value: code, label: name }))),
          (value) => onSearch({ ...search, subject: value || undefined }),
        )}
      </div>
      {current.error ? <ProblemAlert error={current.error} onRetry={() => void current.refetch()} /> : null}
      {current.data ? (
        <>
          <DataTable
            caption={text.caption}
            columns={columns}
            rows={current.data.rows}
            rowKey={({ key }) => key}
            stale={current.isPlaceholderData}
            empty={<EmptyState title={text.empty}>{text.emptyText}</EmptyState>}
          />
          <p className={classes.soft}>
            {text.staffOn(formatDay(current.data.staffOn))}{' '}
            {by === 'subject' ? text.onSubject : by === 'deficit' ? text.onDeficit : null}
          </p>
        </>
      ) : (
        <DelayedSkeleton rows={8} />
      )}
    </>
  );
}

function columnsOf(by: keyof typeof text.name): Column<DeficitOverviewRow>[] {
  const share = (numerator: number, denominator: number) =>
    denominator > 0 ? formatPercent({ numerator, denominator }) : '–';
  return [
    { id: 'name', header: text.name[by], card: 'title', width: '38%', cell: ({ name }) => name },
    {
      id: 'deficient',
      header: by === 'deficit' ? text.measured : text.deficient,
      align: 'right',
      cell: ({ deficient }) => formatNumber(deficient),
    },
    { id: 'diagnosed', header: text.diagnosed, align: 'right', cell: ({ diagnosed }) => formatNumber(diagnosed) },
    { id: 'staff', header: text.staff, align: 'right', cell: ({ staff }) => formatNumber(staff) },
    {
      id: 'share',
      header: text.share,
      align: 'right',
      nowrap: true,
      cell: ({ deficient, diagnosed }) => share(deficient, diagnosed),
    },
    {
      id: 'reached',
      header: text.reached,
      align: 'right',
      nowrap: true,
      cell: ({ diagnosed, staff }) => share(diagnosed, staff),
    },
  ];
}
