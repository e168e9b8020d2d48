import { Button, NativeSelect } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQueries, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import type { CoverageRow, TrainingCoverage } from '@/api/gen/types.gen';
import { formatDay, formatNumber, formatPercent } from '@/lib/format';
import { Card } from '@/ui/card';
import { type Column, DataTable } from '@/ui/data-table';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { Facts } from '@/ui/facts';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { coverageFile } from './filters';
import { coverageOptions } from './queries';
import { coverage as text } from './ru';
import type { CoverageSearch } from './search';
import classes from './training.module.css';
import { coverageWords } from './words';

interface Props {
  search: CoverageSearch;
  /** The year that the region's clocks show. */
  thisYear: number;
  onSearch: (next: CoverageSearch) => void;
}

const yearsBack = 5;

const percentOf = ({ trained, staff }: Pick<TrainingCoverage, 'trained' | 'staff'>) =>
  formatPercent({ numerator: trained, denominator: staff });

/** «355 из 412 педагогов (86,2 %)», and the same by municipality, school or subject. */
export function CoveragePage({ search, thisYear, onSearch }: Props) {
  const year = search.year ?? thisYear;
  const by = search.by ?? 'municipality';
  const current = useQuery(coverageOptions(search, year));
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const years = Array.from({ length: yearsBack }, (_, i) => thisYear - i);
  const whole = current.data;
  const columns: Column<CoverageRow>[] = [
    { id: 'name', header: text.name[by], card: 'title', width: '55%', cell: ({ name }) => name },
    { id: 'trained', header: text.trained, align: 'right', cell: ({ trained }) => formatNumber(trained) },
    { id: 'staff', header: text.staff, align: 'right', cell: ({ staff }) => formatNumber(staff) },
    { id: 'share', header: text.share, align: 'right', nowrap: true, cell: percentOf },
  ];
  const choice = (
    label: string,
    value: string,
    data: { value: string; label: string }[],
    set: (value: string) => void,
  ) => <NativeSelect label={label} value={value} data={data} onChange={(event) => set(event.currentTarget.value)} />;
  return (
    <>
      <PageHeader
        title={text.title}
        answer={whole ? coverageWords(whole) : undefined}
        actions={
          <Button
            component="a"
            href={coverageFile(search, year)}
            download
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden="true" />}
          >
            {text.file}
          </Button>
        }
      />
      <div className={`${classes.bar} no-print`}>
        <div className={classes.filters}>
          {choice(
            text.year,
            String(year),
            years.map((one) => ({ value: String(one), label: String(one) })),
            (value) => onSearch({ ...search, year: Number(value) === thisYear ? undefined : Number(value) }),
          )}
          {choice(
            text.by,
            by,
            Object.entries(text.bys).map(([value, label]) => ({ value, label })),
            (value) =>
              onSearch({ ...search, by: value === 'municipality' ? undefined : (value as 'school' | 'subject') }),
          )}
          {municipalities.length > 1
            ? choice(
                text.municipality,
                search.municipality ?? '',
                [
                  { value: '', label: text.all },
                  ...municipalities.map(({ code, name }) => ({ value: code, label: name })),
                ],
                (value) => onSearch({ ...search, municipality: value || undefined }),
              )
            : null}
          {choice(
            text.subject,
            search.subject ?? '',
            [{ value: '', label: text.all }, ...subjects.map(({ code, name }) => ({ value: code, label: name }))],
            (value) => onSearch({ ...search, subject: value || undefined }),
          )}
        </div>
      </div>
      {current.error ? <ProblemAlert error={current.error} onRetry={() => void current.refetch()} /> : null}
      {whole ? (
        <div className={classes.columns}>
          <div className={classes.stack}>
            <DataTable
              caption={text.caption}
              columns={columns}
              rows={whole.rows}
              rowKey={({ key }) => key}
              stale={current.isPlaceholderData}
              empty={<EmptyState title={text.empty}>{text.emptyText}</EmptyState>}
            />
            <p className={classes.soft}>
              {text.staffOn(formatDay(whole.staffOn))} {by === 'subject' ? text.onSubject : null}
            </p>
          </div>
          <Years search={search} years={years} />
        </div>
      ) : (
        <DelayedSkeleton rows={8} />
      )}
    </>
  );
}

function Years({ search, years }: { search: CoverageSearch; years: readonly number[] }) {
  const all = useQueries({ queries: years.map((year) => coverageOptions(search, year)) });
  return (
    <Card title={text.years}>
      <Facts items={years.map((year, i) => [String(year), coverageWords(all[i]?.data)])} />
    </Card>
  );
}
