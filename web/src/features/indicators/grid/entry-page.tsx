import { Button, Group, Switch } from '@mantine/core';
import { IconKeyboard, IconTableImport } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { IndicatorSetSummary } from '@/api/gen/types.gen';
import { can, isRegional, type Me, ownSchoolId, useMe } from '@/api/session';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '@/ui/link-button';
import { Note } from '@/ui/note';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { Choosers } from './choosers';
import classes from './entry.module.css';
import { EntryGrid, type EntryGridProps } from './entry-grid';
import { Legend } from './legend';
import { periodName } from './model';
import { gridOptions, setsOptions } from './queries';
import { ru } from './ru';
import type { EntrySearch } from './search';

interface Props {
  search: EntrySearch;
  onSearch: (next: EntrySearch, replace?: boolean) => void;
}

/** Whose values open without being asked: a school's own, a coordinator's municipality; the region's for who sees all of it. */
function placeOf(me: Me, { school, municipality }: EntrySearch): Pick<EntrySearch, 'school' | 'municipality'> | null {
  if (school) return { school };
  if (municipality) return { municipality };
  if (me.role === 'School') return { school: ownSchoolId(me) };
  const own = me.grants.find(({ place }) => place.kind === 'municipality')?.place.code;
  if (own) return { municipality: own };
  return isRegional(me) ? {} : null;
}

/** Values of one place, typed in as in a spreadsheet. */
export function EntryPage({ search, onSearch }: Props) {
  const sets = useSuspenseQuery(setsOptions()).data;
  const set = sets.find(({ id }) => id === search.set) ?? sets[0];
  if (!set)
    return (
      <>
        <PageHeader title={ru.title} />
        <EmptyState title={ru.noSets}>{ru.noSetsText}</EmptyState>
      </>
    );
  return <OfSet set={set} sets={sets} search={search} onSearch={onSearch} />;
}

function OfSet({ set, sets, search, onSearch }: Props & { set: IndicatorSetSummary; sets: IndicatorSetSummary[] }) {
  const me = useMe();
  const place = placeOf(me, search);
  const [legend, setLegend] = useState(false);
  const base = search.base === '1';
  const {
    data: grid,
    error,
    isPlaceholderData,
    refetch,
  } = useQuery({
    ...gridOptions({ set: set.id, from: search.from, to: search.to, ...place }),
    enabled: place !== null,
  });
  return (
    <>
      <PageHeader
        title={ru.title}
        answer={grid ? ru.answer(grid.placeName, grid.setName) : ru.answerEmpty}
        actions={
          <Group gap="xs">
            <Switch
              className={classes.switch}
              label={ru.showBase}
              checked={base}
              onChange={(event) => onSearch({ ...search, base: event.currentTarget.checked ? '1' : undefined }, true)}
            />
            {can(me, 'imports:write') && can(me, 'indicators:write') ? (
              <LinkButton
                to="/imports"
                search={{ kind: 'indicator-values' }}
                variant="default"
                leftSection={<IconTableImport size={18} aria-hidden="true" />}
              >
                {ru.importTable}
              </LinkButton>
            ) : null}
            <Button
              variant="default"
              leftSection={<IconKeyboard size={18} aria-hidden="true" />}
              onClick={() => setLegend(true)}
            >
              {ru.legend.open}
            </Button>
          </Group>
        }
      />
      <Choosers sets={sets} set={set.id} grid={grid} search={search} onSearch={onSearch} />
      {error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : null}
      {grid ? (
        <div className={classes.stack} data-stale={isPlaceholderData || undefined} inert={isPlaceholderData}>
          <Shown
            grid={grid}
            cell={search.cell}
            onCell={(cell) => onSearch({ ...search, cell }, true)}
            base={base}
            onBase={() => onSearch({ ...search, base: '1' }, true)}
          />
        </div>
      ) : error ? null : place === null ? (
        <EmptyState title={ru.noPlace}>{ru.noPlaceText}</EmptyState>
      ) : (
        <DelayedSkeleton rows={8} />
      )}
      {legend ? <Legend onClose={() => setLegend(false)} /> : null}
    </>
  );
}

function Shown({ grid, ...shown }: EntryGridProps) {
  if (grid.columns.length === 0) return <EmptyState title={ru.noColumns}>{ru.noColumnsText}</EmptyState>;
  if (grid.rows.length === 0) return <EmptyState title={ru.noRows}>{ru.noRowsText}</EmptyState>;
  return (
    <>
      {grid.columns.map(({ id, period, reportState, returnReason }) =>
        reportState === 'Returned' ? (
          <Note key={id} title={ru.returned(periodName(period))}>
            <p className={classes.plain}>{returnReason}</p>
          </Note>
        ) : null,
      )}
      <EntryGrid key={`${grid.setId}|${grid.schoolId}|${grid.municipalityCode}`} grid={grid} {...shown} />
    </>
  );
}
