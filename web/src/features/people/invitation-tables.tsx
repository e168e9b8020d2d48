import type { InvitationError, InvitationRow } from '@/api/gen/types.gen';
import { roleNames } from '@/api/terms';
import { missing } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { Note } from '@/ui/note';
import { StatusBadge } from '@/ui/status-badge';
import { outcomes, ru } from './ru';
import { placeWords } from './words';

const words = ru.inviting.columns;

const errorColumns: Column<InvitationError>[] = [
  { id: 'row', header: words.row, align: 'right', cell: ({ row }) => row },
  { id: 'column', header: words.column, cell: ({ column }) => column },
  { id: 'value', header: words.value, cell: ({ value }) => value || missing },
  {
    id: 'message',
    header: words.message,
    card: 'title',
    cell: ({ message, allowed }) => (allowed ? `${message} ${ru.inviting.allowed}: ${allowed}.` : message),
  },
];

/** What is wrong, row by row as the spreadsheet counts them. */
export function InvitationErrors({ errors }: { errors: readonly InvitationError[] }) {
  if (errors.length === 0) return null;
  const title = ru.inviting.errorsTitle(String(errors.length));
  return (
    <>
      <Note tone="bad" alert title={title}>
        {ru.inviting.errorsText}
      </Note>
      <DataTable
        caption={title}
        columns={errorColumns}
        rows={errors}
        rowKey={({ row, column, code }) => `${row}-${column}-${code}`}
      />
    </>
  );
}

const rowColumns: Column<InvitationRow>[] = [
  { id: 'row', header: words.row, align: 'right', cell: ({ row }) => row },
  { id: 'name', header: words.name, card: 'title', cell: ({ displayName }) => displayName },
  { id: 'email', header: words.email, cell: ({ email }) => email ?? missing },
  { id: 'role', header: words.role, cell: ({ role }) => roleNames[role] },
  { id: 'place', header: words.place, cell: ({ place }) => placeWords(place) },
  {
    id: 'outcome',
    header: words.outcome,
    nowrap: true,
    cell: ({ outcome }) => (
      <StatusBadge tone={outcome === 'New' ? 'good' : outcome === 'FurtherRole' ? 'info' : 'neutral'}>
        {outcomes[outcome]}
      </StatusBadge>
    ),
  },
];

export function InvitationRows({ rows }: { rows: readonly InvitationRow[] }) {
  if (rows.length === 0) return null;
  return <DataTable caption={ru.inviting.checked} columns={rowColumns} rows={rows} rowKey={({ row }) => String(row)} />;
}
