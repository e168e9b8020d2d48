import { Button, Select } from '@mantine/core';
import { IconChartBar, IconHistory, IconPencil, IconPlus, IconPrinter } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { CohortMemberDetails } from '@/api/gen/types.gen';
import { useCan, useMe } from '@/api/session';
import { categories, categoryName, schoolForms } from '@/api/terms';
import { announce } from '@/lib/announce';
import { formatCount, formatDay, formatNumber } from '@/lib/format';
import { usePrintAll } from '@/lib/use-print-all';
import { AsOfBanner, AsOfField } from '@/ui/as-of';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { FilterBar, SearchField } from '@/ui/filter-bar';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { AddMember } from './add-member';
import { ExitMember } from './exit-member';
import type { MemberAction } from './member-menu';
import { MemberTable } from './member-table';
import { cohortOptions, membersOptions, pageSize, readAllMembers } from './queries';
import { RemoveMember } from './remove-member';
import { ReviseMember } from './revise-member';
import { ru } from './ru';
import type { MembersSearch } from './search';

interface Props {
  cohortId: string;
  search: MembersSearch;
  onSearch: (next: MembersSearch) => void;
}

const dialogs = { revise: ReviseMember, exit: ExitMember, remove: RemoveMember };

/** One list: its order, its schools with categories, entering and leaving. */
export function CohortPage({ cohortId, search, onSearch }: Props) {
  const cohort = useSuspenseQuery(cohortOptions(cohortId)).data;
  const members = useQuery(membersOptions(cohortId, search));
  const { region } = useMe();
  // What has been is not changed.
  const may = useCan('cohorts:write') && !search.asOf;
  const journal = useCan('history:read');
  const [adding, setAdding] = useState(false);
  const [acting, setActing] = useState<{ action: MemberAction; member: CohortMemberDetails } | null>(null);
  const all = usePrintAll(() => readAllMembers(cohortId, search));
  const filtered = Boolean(search.search || search.category);
  const ActionDialog = dialogs[acting?.action ?? 'revise'];
  const change = (next: Partial<MembersSearch>) => onSearch({ ...search, ...next, page: undefined });
  const total = members.data?.total;
  useEffect(() => {
    if (filtered && total !== undefined) announce(formatCount(total, schoolForms));
  }, [filtered, total]);

  return (
    <>
      <PageHeader
        title={cohort.name}
        above={
          <p style={{ margin: '0 0 6px' }}>
            <Link to="/cohorts">{ru.title}</Link>
          </p>
        }
        answer={`${ru.orderAnswer(cohort.orderNumber, formatDay(cohort.orderDate))}. ${ru.inList} ${formatCount(cohort.members, schoolForms)}${cohort.left > 0 ? ru.leftCount(formatNumber(cohort.left)) : ''}.`}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden="true" />}
              loading={all.busy}
              onClick={all.print}
            >
              Печать
            </Button>
            <LinkButton
              to="/indicators/dynamics"
              search={{ cohort: cohortId, base: 'cohort', year: cohort.resultsYear }}
              variant="default"
              leftSection={<IconChartBar size={18} aria-hidden="true" />}
            >
              {ru.dynamics}
            </LinkButton>
            {journal ? (
              <LinkButton
                to="/cohorts/$cohortId/history"
                params={{ cohortId }}
                variant="default"
                leftSection={<IconHistory size={18} aria-hidden="true" />}
              >
                {ru.history}
              </LinkButton>
            ) : null}
            {may ? (
              <>
                <LinkButton
                  to="/cohorts/$cohortId/edit"
                  params={{ cohortId }}
                  variant="default"
                  leftSection={<IconPencil size={18} aria-hidden="true" />}
                >
                  {ru.edit}
                </LinkButton>
                <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setAdding(true)}>
                  {ru.add}
                </Button>
              </>
            ) : null}
          </>
        }
      />
      {all.error ? <ProblemAlert error={all.error} onRetry={all.print} /> : null}
      <FilterBar>
        <SearchField label={ru.search} value={search.search} onChange={(value) => change({ search: value })} />
        <Select
          aria-label={ru.category}
          placeholder={ru.anyCategory}
          data={categories.map((value) => ({ value, label: categoryName(value, region) }))}
          value={search.category ?? null}
          onChange={(value) => change({ category: categories.find((category) => category === value) })}
          clearable
          clearButtonProps={{ 'aria-label': `Очистить: ${ru.category}` }}
        />
        <AsOfField date={search.asOf} onDate={(asOf) => change({ asOf })} />
      </FilterBar>
      {search.asOf ? (
        <AsOfBanner date={search.asOf} onDate={(asOf) => change({ asOf })}>
          {total === undefined ? null : ru.asOf(formatCount(total, schoolForms))}
        </AsOfBanner>
      ) : null}
      {members.data ? (
        <MemberTable
          rows={all.rows ?? members.data.items}
          sort={search.sort}
          onSort={(sort) => onSearch({ ...search, sort: sort as MembersSearch['sort'], page: undefined })}
          paging={{
            page: search.page ?? 1,
            pageSize,
            total: members.data.total,
            onPage: (page) => onSearch({ ...search, page: page > 1 ? page : undefined }),
          }}
          stale={members.isPlaceholderData}
          onAct={may ? (action, member) => setActing({ action, member }) : undefined}
          empty={
            <EmptyState title={filtered ? ru.nothing : ru.noMembers}>{filtered ? null : ru.noMembersText}</EmptyState>
          }
        />
      ) : members.error ? (
        <ProblemAlert error={members.error} onRetry={() => void members.refetch()} />
      ) : (
        <DelayedSkeleton />
      )}
      {adding ? <AddMember cohort={cohort} onClose={() => setAdding(false)} /> : null}
      {acting ? <ActionDialog cohort={cohort} member={acting.member} onClose={() => setActing(null)} /> : null}
    </>
  );
}
