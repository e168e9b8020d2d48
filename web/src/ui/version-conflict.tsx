import { Button, Group, Table } from '@mantine/core';
import { Dialog } from './dialog';
import { ru } from './ru';

interface Props {
  /** Every field in words; only those that differ are shown. */
  fields: readonly { name: string; mine: string; theirs: string }[];
  pending: boolean;
  onMine: () => void;
  onTheirs: () => void;
  onClose: () => void;
}

/** Both versions side by side after a 412: the person decides, nothing is overwritten by itself. */
export function VersionConflict({ fields, pending, onMine, onTheirs, onClose }: Props) {
  const differing = fields.filter(({ mine, theirs }) => mine !== theirs);
  return (
    <Dialog onClose={onClose} title={ru.conflict.title} size="lg">
      <p style={{ marginTop: 0 }}>{differing.length > 0 ? ru.conflict.text : ru.conflict.same}</p>
      {differing.length > 0 ? (
        <Table mb="md" withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{ru.conflict.field}</Table.Th>
              <Table.Th scope="col">{ru.conflict.mine}</Table.Th>
              <Table.Th scope="col">{ru.conflict.theirs}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differing.map(({ name, mine, theirs }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row">{name}</Table.Th>
                <Table.Td>{mine}</Table.Td>
                <Table.Td>{theirs}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={onTheirs}>
          {ru.conflict.takeTheirs}
        </Button>
        <Button loading={pending} onClick={onMine} data-autofocus>
          {ru.conflict.keepMine}
        </Button>
      </Group>
    </Dialog>
  );
}
