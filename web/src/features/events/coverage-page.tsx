import { Button, NativeSelect } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQueries, useQuery } from '@tanstack/react-query';
import type { AssociationCoverageRow } from '@/api/gen/types.gen';
import { formatDay, formatNumber, formatPercent } from '@/lib/format';
import { Card } from '@/ui/card';
import { type Column, DataTable } from '@/ui/data-table';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { Facts } from '@/ui/facts';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import classes from './events.module.css';
import { coverageQuery, fileAddress } from './filters';
import { associationCoverageOptions } from './queries';
import { associations, coverage as text } from './ru';
import type { CoverageSearch } from './search';
import { shareWords } from './words';

interface Props {
  search: CoverageSearch;
  /** The year that the region's clocks show. */
  thisYear: number;
  onSearch: (next: CoverageSearch) => void;
}

const yearsBack = 5;
const through = ['municipal', 'wide', 'school', 'all'] as const;

/** «24 из 25 педагогов (96 %)» through associations of a level, and the same by municipality or school. */
export function CoveragePage({ search, thisYear, onSearch }: Props) {
  const year = search.year ?? thisYear;
  const by = search.by ?? 'municipality';
  const current = useQuery(associationCoverageOptions(search, year));
  const whole = current.data;
  const columns: Column<AssociationCoverageRow>[] = [
    { id: 'name', header: text.name[by], card: 'title', width: '46%', cell: ({ name }) => name },
    { id: 'reached', header: text.reached, align: 'right', cell: ({ reached }) => formatNumber(reached) },
    { id: 'members', header: text.members, align: 'right', cell: ({ members }) => formatNumber(members) },
    { id: 'staff', header: text.staff, align: 'right', cell: ({ staff }) => formatNumber(staff) },
    {
      id: 'share',
      header: text.share,
      align: 'right',
      nowrap: true,
      cell: ({ reached, staff }) => formatPercent({ numerator: reached, denominator: staff }),
    },
  ];
  const choice = (label: string, value: string, data: Record<string, string>, set: (value: string) => void) => (
    <NativeSelect
      label={label}
      value={value}
      data={Object.entries(data).map(([one, words]) => ({ value: one, label: words }))}
      onChange={(event) => set(event.currentTarget.value)}
    />
  );
  const years = Object.fromEntries(
    Array.from({ length: yearsBack }, (_, i) => [`y${thisYear - i}`, String(thisYear - i)]),
  );
  return (
    <>
      <PageHeader
        title={text.title}
        answer={whole ? shareWords(whole) : undefined}
        actions={
          <Button
            component="a"
            variant="default"
            href={fileAddress('association-coverage', coverageQuery(search, year))}
            download
            leftSection={<IconDownload size={18} aria-hidden="true" />}
          >
            {associations.file}
          </Button>
        }
      />
      <div className={`${classes.bar} no-print`}>
        {choice(text.year, `y${year}`, years, (value) => {
          const chosen = Number(value.slice(1));
          onSearch({ ...search, year: chosen === thisYear ? undefined : chosen });
        })}
        {choice(text.through, search.through ?? 'municipal', text.throughs, (value) =>
          onSearch({
            ...search,
            through: value === 'municipal' ? undefined : (value as NonNullable<CoverageSearch['through']>),
          }),
        )}
        {choice(text.schools, search.schools ?? 'supported', { supported: text.supported, all: text.all }, (value) =>
          onSearch({ ...search, schools: value === 'all' ? 'all' : undefined }),
        )}
        {choice(text.by, by, text.bys, (value) =>
          onSearch({ ...search, by: value === 'school' ? 'school' : undefined }),
        )}
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
            <p className={classes.soft}>{text.staffOn(formatDay(whole.staffOn))}</p>
          </div>
          <Levels search={search} year={year} />
        </div>
      ) : (
        <DelayedSkeleton rows={8} />
      )}
    </>
  );
}

function Levels({ search, year }: { search: CoverageSearch; year: number }) {
  const all = useQueries({
    queries: through.map((one) =>
      associationCoverageOptions({ ...search, through: one === 'municipal' ? undefined : one }, year),
    ),
  });
  return (
    <Card title={text.side}>
      <Facts items={through.map((one, i) => [text.throughs[one], shareWords(all[i]?.data)])} />
    </Card>
  );
}
