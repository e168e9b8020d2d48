import { Button, Group, NativeSelect, Select } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCalendarShare, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { municipalitiesOptions } from '@/api/dictionaries';
import type { CalendarItem } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { formatCount } from '@/lib/format';
import { today as todayOf } from '@/lib/today';
import { Card } from '@/ui/card';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { ProblemAlert } from '@/ui/problem-alert';
import { narrow } from '@/ui/tokens';
import { Agenda } from './agenda';
import classes from './calendar.module.css';
import { addMonths, byDay, lastDay, weeksOf } from './days';
import { MonthGrid } from './month-grid';
import { calendarOptions } from './queries';
import { kindNames, ru, thingForms } from './ru';
import { type CalendarSearch, kinds } from './search';

const FeedDialog = lazy(() => import('./feed-dialog').then((file) => ({ default: file.FeedDialog })));

interface Props {
  search: CalendarSearch;
  onSearch: (next: CalendarSearch) => void;
}

const monthName = (month: string): string => {
  const name = new Intl.DateTimeFormat('ru', { month: 'long', year: 'numeric', timeZone: 'UTC' })
    .format(new Date(`${month}-01T00:00:00Z`))
    .replace(/\s*г\.$/, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
};

const dayName = (day: string): string => {
  const name = new Intl.DateTimeFormat('ru', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
  return name.charAt(0).toUpperCase() + name.slice(1);
};

/** A month of what concerns one's places: a grid with the chosen day beside it, a list at 390 px. */
export function CalendarPage({ search, onSearch }: Props) {
  const now = todayOf(useMe().region.timeZone);
  const month = search.month ?? now.slice(0, 7);
  const current = useQuery(calendarOptions(search, month));
  const small = useMediaQuery(narrow, false, { getInitialValueInEffect: false });
  const [sharing, setSharing] = useState(false);
  const weeks = weeksOf(month);
  const chosen = search.day?.startsWith(month) ? search.day : now.startsWith(month) ? now : `${month}-01`;
  const go = (next: string) =>
    onSearch({ ...search, month: next === now.slice(0, 7) ? undefined : next, day: undefined });
  const choose = (day: string) =>
    onSearch({ ...search, month: day.startsWith(now.slice(0, 7)) ? undefined : day.slice(0, 7), day });
  const items = current.data?.items ?? [];
  const inMonth = items.filter(({ startsOn, endsOn }) => startsOn <= lastDay(month) && endsOn >= `${month}-01`);
  const name = monthName(month);
  const days = byDay(items, weeks[0]?.[0] ?? '', weeks.at(-1)?.[6] ?? '');
  return (
    <>
      <PageHeader
        title={ru.title}
        answer={
          current.data
            ? inMonth.length > 0
              ? ru.answer(name, formatCount(inMonth.length, thingForms))
              : ru.nothing(name)
            : undefined
        }
        actions={
          <Button
            variant="default"
            leftSection={<IconCalendarShare size={18} aria-hidden="true" />}
            onClick={() => setSharing(true)}
          >
            {ru.subscribe}
          </Button>
        }
      />
      <div className={`${classes.bar} no-print`}>
        <Group gap="xs">
          <Button variant="default" px="xs" aria-label={ru.previous} onClick={() => go(addMonths(month, -1))}>
            <IconChevronLeft size={18} aria-hidden="true" />
          </Button>
          <Button variant="default" px="xs" aria-label={ru.next} onClick={() => go(addMonths(month, 1))}>
            <IconChevronRight size={18} aria-hidden="true" />
          </Button>
          <Button variant="default" onClick={() => choose(now)}>
            {ru.today}
          </Button>
          <span className={classes.month} aria-live="polite">
            {name}
          </span>
        </Group>
        <Filters search={search} onSearch={onSearch} />
      </div>
      {current.error ? <ProblemAlert error={current.error} onRetry={() => void current.refetch()} /> : null}
      {current.data?.full ? <p role="status">{ru.full}</p> : null}
      {!current.data ? (
        <DelayedSkeleton rows={10} />
      ) : small ? (
        <MonthList month={month} days={days} />
      ) : (
        <div className={classes.columns}>
          <div>
            <MonthGrid
              label={ru.grid(name)}
              month={month}
              weeks={weeks}
              days={days}
              today={now}
              chosen={chosen}
              stale={current.isPlaceholderData}
              onChoose={choose}
            />
            <ul className={classes.legend}>
              {kinds.map((kind) => (
                <li key={kind} data-kind={kind}>
                  {kindNames[kind]}
                </li>
              ))}
            </ul>
          </div>
          <Card title={dayName(chosen)}>
            {days.get(chosen) ? (
              <Agenda items={days.get(chosen) ?? []} />
            ) : (
              <p className={classes.soft}>{ru.dayEmpty}</p>
            )}
          </Card>
        </div>
      )}
      {sharing ? (
        <Suspense>
          <FeedDialog onClose={() => setSharing(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

function Filters({ search, onSearch }: Props) {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  return (
    <Group gap="xs" align="end">
      <NativeSelect
        aria-label={ru.kind}
        value={search.kind ?? ''}
        data={[{ value: '', label: ru.all }, ...kinds.map((value) => ({ value, label: kindNames[value] }))]}
        onChange={({ currentTarget: { value } }) =>
          onSearch({ ...search, kind: (value || undefined) as CalendarSearch['kind'] })
        }
      />
      {municipalities.length > 1 ? (
        <Select
          aria-label={ru.municipality}
          placeholder={ru.anyMunicipality}
          data={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
          value={search.municipality ?? null}
          onChange={(municipality) => onSearch({ ...search, municipality: municipality ?? undefined })}
          searchable={municipalities.length > 12}
          clearable
          clearButtonProps={{ 'aria-label': ru.clear(ru.municipality) }}
        />
      ) : null}
    </Group>
  );
}

/** The days of a month on which something stands, one under another. */
function MonthList({ month, days }: { month: string; days: ReadonlyMap<string, readonly CalendarItem[]> }) {
  const filled = [...days.keys()].filter((day) => day.startsWith(month)).sort();
  if (filled.length === 0) return <EmptyState title={ru.monthEmpty}>{ru.monthEmptyText}</EmptyState>;
  return (
    <div className={classes.list}>
      {filled.map((day) => (
        <Card key={day} title={dayName(day)}>
          <Agenda items={days.get(day) ?? []} />
        </Card>
      ))}
    </div>
  );
}
