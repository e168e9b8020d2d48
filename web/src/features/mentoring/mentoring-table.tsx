import type { ReactNode } from 'react';
import type { MentoringPartyDetails, MentoringRole, MentoringSummary } from '@/api/gen/types.gen';
import { formatDay, formatNumber, missing } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { StateBadge } from './badges';
import classes from './mentoring.module.css';
import { kindNames, ru } from './ru';

interface Props {
  rows: readonly MentoringSummary[];
  sort: string;
  onSort: (sort: string | undefined) => void;
  paging: { page: number; pageSize: number; total: number; onPage: (page: number) => void };
  stale: boolean;
  empty: ReactNode;
}

const columns: Column<MentoringSummary>[] = [
  {
    id: 'supported',
    header: ru.fields.supported,
    card: 'title',
    width: '28%',
    cell: (row) => <Side row={row} of="Supported" />,
  },
  {
    id: 'mentor',
    header: ru.fields.mentor,
    card: 'text',
    width: '28%',
    cell: (row) => <Side row={row} of="Mentor" />,
  },
  { id: 'kind', header: ru.fields.kind, cell: ({ kind }) => kindNames[kind] },
  { id: 'term', header: ru.fields.term, sort: 'ends', nowrap: true, cell: (row) => <Term {...row} /> },
  { id: 'state', header: ru.fields.state, nowrap: true, cell: ({ state }) => <StateBadge state={state} /> },
  {
    id: 'visits',
    header: ru.fields.visits,
    align: 'right',
    nowrap: true,
    cell: ({ visits, hours }) => (visits ? ru.meetings(formatNumber(visits), formatNumber(hours)) : missing),
  },
];

/** People of one side with their schools; of several at one school the school is told once. */
function Side({ row, of }: { row: MentoringSummary; of: MentoringRole }) {
  const parties = row.parties.filter(({ role }) => role === of);
  const places = [...new Set(parties.map(({ name }) => name))].join(', ');
  const people = parties.flatMap(({ person }) => (person ? [person] : [])).join(', ');
  return people ? (
    <>
      {people} <span className={classes.said}>{places}</span>
    </>
  ) : (
    places
  );
}

/** Who it is in one line: the person, else the school or organisation. */
export const nameOf = ({ person, name }: MentoringPartyDetails) => person ?? name;

/** «по 31.05.2021», or from when while it has not begun. */
export function Term({ state, startsOn, endsOn }: Pick<MentoringSummary, 'state' | 'startsOn' | 'endsOn'>) {
  if (state === 'Planned') return <span className="numbers">{ru.from(formatDay(startsOn))}</span>;
  return endsOn ? (
    <span className="numbers">{ru.until(formatDay(endsOn))}</span>
  ) : (
    <span className={classes.soft}>{ru.endless}</span>
  );
}

export function MentoringTable(props: Props) {
  return (
    <DataTable
      caption={ru.registry}
      columns={columns}
      rowKey={({ id }) => id}
      rowLink={({ id }) => ({ to: '/support/mentoring/$mentoringId', params: { mentoringId: id } })}
      {...props}
    />
  );
}
