import { ActionIcon, Button, Group, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { OrganisationDetails, StaffMemberDetails } from '@/api/gen/types.gen';
import { formatCount, missing } from '@/lib/format';
import { Card } from '@/ui/card';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import classes from './organisations.module.css';
import { RemoveStaff } from './remove-staff';
import { functionNames, staff, staffForms } from './ru';
import { StaffDialog } from './staff-dialog';

/** Who works there on the programme; those who see no people's names are told so. */
export function StaffCard({ organisation }: { organisation: OrganisationDetails }) {
  const { people, editable } = organisation;
  const [editing, setEditing] = useState<StaffMemberDetails | 'new'>();
  const [removing, setRemoving] = useState<StaffMemberDetails>();
  const add = editable ? (
    <Button size="xs" leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setEditing('new')}>
      {staff.add}
    </Button>
  ) : null;
  if (!people)
    return (
      <Card title={staff.title}>
        <span className={classes.soft}>
          {organisation.staff > 0 ? `${staff.hiddenCount(formatCount(organisation.staff, staffForms))} ` : ''}
          {staff.hidden}
        </span>
      </Card>
    );
  return (
    <Card title={staff.title} flush aside={people.length > 0 ? <span className="no-print">{add}</span> : null}>
      <DataTable
        plain
        caption={staff.title}
        columns={columns({
          withFunctions: organisation.kind === 'EducationCentre',
          actions: editable ? { onEdit: setEditing, onRemove: setRemoving } : undefined,
        })}
        rows={people}
        rowKey={({ id }) => id}
        empty={
          <div className={classes.inside}>
            <EmptyState title={staff.empty} action={add}>
              {editable ? staff.emptyText : staff.emptyReader}
            </EmptyState>
          </div>
        }
      />
      {editing ? (
        <StaffDialog
          organisation={organisation}
          member={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      ) : null}
      {removing ? (
        <RemoveStaff organisation={organisation} member={removing} onClose={() => setRemoving(undefined)} />
      ) : null}
    </Card>
  );
}

interface Chosen {
  withFunctions: boolean;
  actions: { onEdit: (member: StaffMemberDetails) => void; onRemove: (member: StaffMemberDetails) => void } | undefined;
}

function columns({ withFunctions, actions }: Chosen): Column<StaffMemberDetails>[] {
  const all: Column<StaffMemberDetails>[] = [
    { id: 'name', header: staff.fields.name, card: 'title', cell: ({ name }) => name },
    { id: 'position', header: staff.fields.position, cell: ({ position }) => position },
  ];
  if (withFunctions)
    all.push({
      id: 'functions',
      header: staff.fields.functions,
      cell: ({ functions }) => functions.map((one) => functionNames[one].toLowerCase()).join(', ') || missing,
    });
  all.push({ id: 'contact', header: staff.fields.contact, cell: ({ contact }) => contact ?? missing });
  if (actions)
    all.push({
      id: 'actions',
      header: '',
      screenOnly: true,
      align: 'right',
      cell: (member) => (
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <RowButton label={staff.editOf(member.name)} onClick={() => actions.onEdit(member)}>
            <IconPencil size={18} aria-hidden="true" />
          </RowButton>
          <RowButton label={staff.removeOf(member.name)} onClick={() => actions.onRemove(member)}>
            <IconTrash size={18} aria-hidden="true" />
          </RowButton>
        </Group>
      ),
    });
  return all;
}

function RowButton({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" size={32} aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
