import { Kbd, Switch, Table } from '@mantine/core';
import { Dialog } from './dialog';
import { ru } from './ru';

interface Props {
  /** Whether single letters are shortcuts. */
  letters: boolean;
  onLetters: (on: boolean) => void;
  onClose: () => void;
}

export function KeyHelp({ letters, onLetters, onClose }: Props) {
  return (
    <Dialog onClose={onClose} title={ru.keys.title}>
      <Table withRowBorders={false} mb="md">
        <Table.Tbody>
          {ru.keys.items.map(([key, does]) => (
            <Table.Tr key={key}>
              <Table.Td w={120}>
                {key.split(/ {2,}/).map((part) => (
                  <Kbd key={part} mr={4}>
                    {part}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{does}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Switch
        label={ru.keys.letters}
        description={ru.keys.lettersHint}
        checked={letters}
        onChange={(event) => onLetters(event.currentTarget.checked)}
      />
    </Dialog>
  );
}
