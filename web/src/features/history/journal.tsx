import { Button, Select } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Change } from '@/api/gen/types.gen';
import { formatCount, formatDay } from '@/lib/format';
import { usePrintAll } from '@/lib/use-print-all';
import { Card } from '@/ui/card';
import { DateField } from '@/ui/date-field';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { FilterBar, type FilterTag, FilterTags } from '@/ui/filter-bar';
import { PageHeader } from '@/ui/page-header';
import { Pages } from '@/ui/pages';
import { ProblemAlert } from '@/ui/problem-alert';
import { ActorField } from './actor-field';
import { changesOptions, readAllChanges } from './queries';
import { actions, things, journal as words } from './ru';
import { actionKeys, type JournalSearch, thingKeys } from './search';
import { Timeline } from './timeline';

interface Props {
  search: JournalSearch;
  onSearch: (next: JournalSearch) => void;
}

/** Every change within reach, with filters that stand in the address. */
export function Journal({ search, onSearch }: Props) {
  const changes = useQuery(changesOptions(search));
  const all = usePrintAll(() => readAllChanges(search));
  const change = (next: Partial<JournalSearch>) => onSearch({ ...search, ...next, page: undefined });
  const tags = tagsOf(search, change, actorIn(changes.data?.items, search.actor));
  return (
    <>
      <PageHeader
        title={words.title}
        answer={changes.data ? `${words.answer}. ${formatCount(changes.data.total, words.forms)}.` : words.answer}
        actions={
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden="true" />}
            loading={all.busy}
            onClick={all.print}
          >
            {words.print}
          </Button>
        }
      />
      {all.error ? <ProblemAlert error={all.error} onRetry={all.print} /> : null}
      <FilterBar>
        <DateField
          aria-label={words.from}
          placeholder={words.from}
          value={search.from ?? null}
          onChange={(value) => change({ from: value ?? undefined })}
          clearable
        />
        <DateField
          aria-label={words.to}
          placeholder={words.to}
          value={search.to ?? null}
          onChange={(value) => change({ to: value ?? undefined })}
          clearable
        />
        <Select
          aria-label={words.thing}
          placeholder={words.thing}
          data={thingKeys.map((value) => ({ value, label: things[value] }))}
          value={search.thing ?? null}
          onChange={(value) => change({ thing: thingKeys.find((thing) => thing === value) })}
          clearable
          clearButtonProps={{ 'aria-label': `${words.clear}: ${words.thing}` }}
        />
        <Select
          aria-label={words.action}
          placeholder={words.action}
          data={actionKeys.map((value) => ({ value, label: actions[value] }))}
          value={search.action ?? null}
          onChange={(value) => change({ action: actionKeys.find((action) => action === value) })}
          clearable
          searchable
          clearButtonProps={{ 'aria-label': `${words.clear}: ${words.action}` }}
        />
        <ActorField value={search.actor} onChange={(actor) => change({ actor })} />
      </FilterBar>
      <FilterTags tags={tags} onReset={() => onSearch({})} />
      {changes.data ? (
        changes.data.total === 0 ? (
          <EmptyState
            title={words.nothing}
            action={tags.length > 0 ? <Button onClick={() => onSearch({})}>{words.reset}</Button> : undefined}
          >
            {words.nothingText}
          </EmptyState>
        ) : (
          <Card>
            <Timeline changes={all.rows ?? changes.data.items} named />
            <Pages
              page={search.page ?? 1}
              pageSize={changes.data.pageSize}
              total={changes.data.total}
              onPage={(page) => onSearch({ ...search, page: page > 1 ? page : undefined })}
            />
          </Card>
        )
      ) : changes.error ? (
        <ProblemAlert error={changes.error} onRetry={() => void changes.refetch()} />
      ) : (
        <DelayedSkeleton />
      )}
    </>
  );
}

/** The name behind an id of the address, when a change that is shown tells it. */
const actorIn = (changes: readonly Change[] | undefined, id: string | undefined) =>
  changes?.flatMap(({ by, onBehalfOf }) => [by, onBehalfOf]).find((who) => id && who?.id === id)?.name;

function tagsOf(
  search: JournalSearch,
  change: (next: Partial<JournalSearch>) => void,
  actor: string | null | undefined,
): FilterTag[] {
  const told: [keyof JournalSearch, string | undefined][] = [
    ['from', search.from && `${words.from}: ${formatDay(search.from)}`],
    ['to', search.to && `${words.to}: ${formatDay(search.to)}`],
    ['thing', search.thing && `${words.thing}: ${things[search.thing]}`],
    ['action', search.action && `${words.action}: ${actions[search.action]}`],
    ['actor', search.actor && `${words.actor}: ${actor ?? words.onlyThis}`],
    ['school', search.school && `${words.school}: ${words.onlyThis}`],
    ['key', search.key && `${words.key}: ${words.onlyThis}`],
  ];
  return told.flatMap(([key, label]) => (label ? [{ key, label, onRemove: () => change({ [key]: undefined }) }] : []));
}
