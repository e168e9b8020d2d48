import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useCan } from '@/api/session';
import { announce } from '@/lib/announce';
import { formatCount } from '@/lib/format';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { FilterTags } from '@/ui/filter-bar';
import { WithFilters } from '@/ui/filter-panel';
import { LinkButton } from '@/ui/link-button';
import { PageHeader } from '@/ui/page-header';
import { Pages } from '@/ui/pages';
import { ProblemAlert } from '@/ui/problem-alert';
import { useRowKeys } from '@/ui/use-row-keys';
import { DefinitionFilterPanel, useDefinitionTags } from './definition-filters';
import classes from './definitions.module.css';
import { definitionsOptions, setsOptions } from './queries';
import { ReadySets } from './ready-sets';
import { Recomputation } from './recomputation';
import { indicatorForms, ru, setForms } from './ru';
import { chosen, type DefinitionFilters, type DefinitionSearch, pageSize } from './search';
import { SetCard } from './set-card';
import { SetMenu } from './set-menu';

interface Props {
  search: DefinitionSearch;
  onSearch: (next: DefinitionSearch) => void;
}

/** Every indicator of the region under its set and heading. */
export function DefinitionList({ search, onSearch }: Props) {
  const sets = useSuspenseQuery(setsOptions()).data;
  const list = useQuery(definitionsOptions(search));
  const mayDefine = useCan('definitions:write');
  const rows = useRef<HTMLDivElement>(null);
  useRowKeys(rows);
  const filtered = chosen(search).length > 0;
  const change = (next: Partial<DefinitionFilters>) => onSearch({ ...search, ...next, page: undefined });
  const reset = () => onSearch({});
  const tags = useDefinitionTags({ search, onChange: change });
  const total = list.data?.total;
  const answer =
    total === undefined
      ? undefined
      : `${filtered ? ru.count.found : ru.count.all} ${formatCount(total, indicatorForms)} ${ru.inSets(formatCount(sets.length, setForms))}`;
  useEffect(() => {
    if (answer) announce(answer);
  }, [answer]);

  if (sets.length === 0)
    return (
      <>
        <PageHeader title={ru.title} actions={mayDefine ? <SetMenu /> : null} />
        <EmptyState title={ru.empty}>{mayDefine ? ru.emptyText : ru.emptyReader}</EmptyState>
        {mayDefine ? <ReadySets /> : null}
      </>
    );
  // A set without any indicator is shown, too, so that the first one can be put into it.
  const shown = sets.filter(
    ({ id }) => list.data?.items.some((row) => row.set.id === id) || (!filtered && (search.page ?? 1) === 1),
  );
  return (
    <>
      <PageHeader
        title={ru.title}
        answer={answer}
        actions={
          mayDefine ? (
            <>
              <SetMenu />
              <LinkButton
                to="/indicators/definitions/new"
                search={{ set: search.set }}
                leftSection={<IconPlus size={18} aria-hidden="true" />}
              >
                {ru.add}
              </LinkButton>
            </>
          ) : null
        }
      />
      <WithFilters panel={<DefinitionFilterPanel search={search} onChange={change} />}>
        <FilterTags tags={tags} onReset={reset} />
        {list.data ? (
          total === 0 && filtered ? (
            <EmptyState title={ru.nothing} action={<Button onClick={reset}>{ru.reset}</Button>}>
              {ru.nothingText}
            </EmptyState>
          ) : (
            <div ref={rows} className={classes.stack} aria-busy={list.isPlaceholderData}>
              {shown.map((set) => (
                <SetCard key={set.id} set={set} rows={list.data.items.filter((row) => row.set.id === set.id)} />
              ))}
              {mayDefine ? <Recomputation /> : null}
              <Pages
                page={search.page ?? 1}
                pageSize={pageSize}
                total={list.data.total}
                onPage={(page) => onSearch({ ...search, page: page > 1 ? page : undefined })}
              />
            </div>
          )
        ) : list.error ? (
          <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <DelayedSkeleton rows={10} />
        )}
      </WithFilters>
    </>
  );
}
