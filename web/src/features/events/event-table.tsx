import type { ReactNode } from 'react';
import type { EventSummary } from '@/api/gen/types.gen';
import { missing } from '@/lib/format';
import { shortPlace } from '@/lib/places';
import { type Column, DataTable } from '@/ui/data-table';
import classes from './events.module.css';
import { kindNames, levelNames, ru } from './ru';
import { StateBadge } from './state-badge';
import { countWords, timesWords } from './words';

interface Props {
  caption?: string;
  rows: readonly EventSummary[];
  sort?: string;
  onSort?: (sort: string | undefined) => void;
  paging?: { page: number; pageSize: number; total: number; onPage: (page: number) => void };
  stale?: boolean;
  empty?: ReactNode;
  /** Inside a card of an association: its meetings need no kind. */
  meetings?: boolean;
}

/** Whose event it is, in a word. */
export const whose = ({ school, municipality }: Pick<EventSummary, 'school' | 'municipality'>): string =>
  school?.name ?? (municipality ? shortPlace(municipality.name) : ru.region);

export function EventTable({ caption = ru.registry, meetings = false, ...props }: Props) {
  const columns: Column<EventSummary>[] = [
    {
      id: 'title',
      header: ru.columns.title,
      sort: 'title',
      card: 'title',
      width: meetings ? '46%' : '36%',
      cell: ({ title, state }) => (
        <span className={classes.name}>
          {title} <StateBadge state={state} />
        </span>
      ),
    },
    { id: 'start', header: ru.columns.when, sort: 'start', cell: timesWords },
    ...(meetings
      ? []
      : [
          {
            id: 'kind',
            header: ru.columns.kind,
            cell: (row: EventSummary) => (
              <>
                {kindNames[row.kind]}
                <span className={classes.under}>{levelNames[row.level]}</span>
              </>
            ),
          },
          {
            id: 'organiser',
            header: ru.columns.organiser,
            cell: (row: EventSummary) => row.organiser?.name ?? row.association?.name ?? whose(row),
          },
        ]),
    {
      id: 'people',
      header: ru.columns.people,
      sort: 'people',
      cell: ({ total, state }) => (state === 'Held' ? countWords(total) : missing),
    },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rowKey={({ id }) => id}
      rowLink={({ id }) => ({ to: '/training/events/$eventId', params: { eventId: id } })}
      plain={meetings}
      {...props}
    />
  );
}
