import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ListSchoolAccessSchoolAccess } from '@/api/gen/types.gen';
import { roleNames } from '@/api/terms';
import { Card } from '@/ui/card';
import { type Column, DataTable } from '@/ui/data-table';
import { PersonStateBadge } from './person-state';
import { schoolAccessOptions } from './queries';
import { ru } from './ru';
import { dayWords, placeWords } from './words';

const columns: Column<ListSchoolAccessSchoolAccess>[] = [
  {
    id: 'person',
    header: ru.columns.name,
    card: 'title',
    cell: ({ person, isReached }) =>
      isReached ? (
        <Link to="/people/$personId" params={{ personId: person.id }}>
          {person.name}
        </Link>
      ) : (
        person.name
      ),
  },
  {
    id: 'role',
    header: ru.person.role,
    cell: ({ grant }) =>
      grant.delegatedBy ? `${roleNames[grant.role]} (${ru.lentBy(grant.delegatedBy.name)})` : roleNames[grant.role],
  },
  { id: 'through', header: ru.access.through, cell: ({ grant }) => placeWords(grant.place) },
  { id: 'may', header: ru.access.may, cell: ({ mayWrite }) => (mayWrite ? ru.access.writes : ru.access.reads) },
  { id: 'days', header: ru.person.days, cell: ({ grant }) => dayWords(grant) },
  { id: 'state', header: ru.columns.state, nowrap: true, cell: ({ state }) => <PersonStateBadge state={state} /> },
];

/** Who can do what at a school, and through which role. */
export function SchoolAccess({ schoolId }: { schoolId: string }) {
  const rows = useSuspenseQuery(schoolAccessOptions(schoolId)).data;
  return (
    <Card title={ru.access.title} flush>
      <DataTable plain caption={ru.access.title} columns={columns} rows={rows} rowKey={({ grant }) => grant.id} />
    </Card>
  );
}
