import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { cohortsOptions, municipalitiesOptions } from '@/api/dictionaries';
import type { PartnershipGap } from '@/api/gen/types.gen';
import { useCan } from '@/api/session';
import { formatCount, formatNumber } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { type Column, DataTable } from '@/ui/data-table';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { FilterBar } from '@/ui/filter-bar';
import { Note } from '@/ui/note';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { StatusBadge } from '@/ui/status-badge';
import { NormDialog } from './norm-dialog';
import { gapsOptions } from './queries';
import { gaps, ru } from './ru';
import { type GapsSearch, pageSize } from './search';
import { SuggestionsDialog } from './suggestions-dialog';
import { Views } from './views';

interface Props {
  search: GapsSearch;
  onSearch: (next: GapsSearch) => void;
}

/** Schools of the list that have fewer agreements than their programme asks for. */
export function GapsPage({ search, onSearch }: Props) {
  const { data, error, isPlaceholderData, refetch } = useQuery(gapsOptions(search));
  const cohorts = useSuspenseQuery(cohortsOptions()).data;
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const setsNorm = useCan('cohorts:write');
  const makes = useCan('partnerships:write');
  const [norm, setNorm] = useState(false);
  const [helped, setHelped] = useState<PartnershipGap>();
  const change = (next: Partial<GapsSearch>) => onSearch({ ...search, ...next, page: undefined });
  const cohort = data?.cohort;
  const schools = formatCount(data?.schools ?? 0, gaps.schools);
  const answer = data?.lacking ? gaps.answer(formatNumber(data.lacking), schools) : gaps.allWell(schools);
  return (
    <>
      <Views open="gaps" />
      <PageHeader
        title={gaps.title}
        answer={cohort ? answer : undefined}
        actions={
          cohort && setsNorm ? (
            <Button variant="default" onClick={() => setNorm(true)}>
              {cohort.least ? gaps.changeNorm : gaps.setNorm}
            </Button>
          ) : undefined
        }
      />
      {error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <DelayedSkeleton /> : null}
      {data && !cohort ? <EmptyState title={gaps.noCohort}>{gaps.noCohortText}</EmptyState> : null}
      {data && cohort ? (
        <>
          <FilterBar>
            <NativeSelect
              aria-label={gaps.list}
              value={cohort.id}
              data={cohorts.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(event) => change({ cohort: event.currentTarget.value })}
            />
            {municipalities.length > 1 ? (
              <NativeSelect
                aria-label={ru.fields.municipality}
                value={search.municipality ?? ''}
                data={[
                  { value: '', label: `${ru.anyPlace} ${ru.fields.municipality.toLowerCase()}` },
                  ...municipalities.map(({ code, name }) => ({ value: code, label: name })),
                ]}
                onChange={(event) => change({ municipality: event.currentTarget.value || undefined })}
              />
            ) : null}
            <Checkbox
              style={{ whiteSpace: 'nowrap' }}
              label={gaps.lackingOnly}
              checked={search.lacking !== 'false'}
              onChange={(event) => change({ lacking: event.currentTarget.checked ? undefined : 'false' })}
            />
          </FilterBar>
          <div style={{ marginBottom: 12 }}>
            <Note tone="quiet">{cohort.least ? gaps.norm(cohort.least, cohort.leastOutside ?? 0) : gaps.noNorm}</Note>
          </div>
          <DataTable
            caption={gaps.title}
            columns={columns(makes ? setHelped : undefined)}
            rows={data.items}
            rowKey={({ schoolId }) => schoolId}
            rowLink={({ schoolId }) => ({ to: '/support/partnerships', search: { school: schoolId } })}
            sort={search.sort ?? 'inForce'}
            onSort={(sort) => change({ sort: sort as GapsSearch['sort'] })}
            paging={{
              page: search.page ?? 1,
              pageSize,
              total: data.total,
              onPage: (page) => onSearch({ ...search, page: page > 1 ? page : undefined }),
            }}
            stale={isPlaceholderData}
            empty={<EmptyState title={data.lacking ? gaps.none : answer} />}
          />
        </>
      ) : null}
      {norm && cohort ? <NormDialog cohort={cohort} onClose={() => setNorm(false)} /> : null}
      {helped ? <SuggestionsDialog school={helped} onClose={() => setHelped(undefined)} /> : null}
    </>
  );
}

const columns = (onHelp: ((school: PartnershipGap) => void) | undefined): Column<PartnershipGap>[] => [
  {
    id: 'school',
    header: gaps.columns.school,
    sort: 'name',
    card: 'title',
    width: '36%',
    cell: ({ schoolName }) => schoolName,
  },
  {
    id: 'municipality',
    header: gaps.columns.municipality,
    cell: ({ municipalityName }) => shortPlace(municipalityName),
  },
  {
    id: 'inForce',
    header: gaps.columns.inForce,
    sort: 'inForce',
    align: 'right',
    cell: ({ inForce }) => formatNumber(inForce),
  },
  { id: 'outside', header: gaps.columns.outside, align: 'right', cell: ({ outside }) => formatNumber(outside) },
  {
    id: 'state',
    header: gaps.columns.state,
    nowrap: true,
    cell: ({ lacking }) => (
      <StatusBadge tone={lacking ? 'attention' : 'good'}>{lacking ? gaps.lacks : gaps.enough}</StatusBadge>
    ),
  },
  ...(onHelp
    ? [
        {
          id: 'suggest',
          header: gaps.suggest,
          quiet: true,
          screenOnly: true,
          cell: (school: PartnershipGap) =>
            school.lacking ? (
              <Button
                size="compact-sm"
                variant="default"
                style={{ position: 'relative', zIndex: 1 }}
                onClick={() => onHelp(school)}
              >
                {gaps.suggest}
              </Button>
            ) : null,
        },
      ]
    : []),
];
