import { Button, Group, Table } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { municipalitiesOptions } from '@/api/dictionaries';
import { kindNames, localityNames } from '@/api/terms';
import { missing } from '@/lib/format';
import { Dialog } from '@/ui/dialog';
import { conflict, ru } from './ru';
import { differing, type SchoolValues } from './school-values';

interface Props {
  mine: SchoolValues;
  theirs: SchoolValues;
  pending: boolean;
  onMine: () => void;
  onTheirs: () => void;
  onClose: () => void;
}

/** Both versions side by side after a 412: the person decides, nothing is overwritten by itself. */
export function ConflictDialog({ mine, theirs, pending, onMine, onTheirs, onClose }: Props) {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const show = (values: SchoolValues, field: keyof SchoolValues): string => {
    if (field === 'kind') return kindNames[values.kind];
    if (field === 'locality') return localityNames[values.locality];
    if (field === 'municipalityCode') {
      return municipalities.find(({ code }) => code === values.municipalityCode)?.name ?? values.municipalityCode;
    }
    return values[field].trim() || missing;
  };
  const fields = differing(mine, theirs);
  return (
    <Dialog onClose={onClose} title={conflict.title} size="lg">
      <p style={{ marginTop: 0 }}>{fields.length > 0 ? conflict.text : conflict.same}</p>
      {fields.length > 0 ? (
        <Table mb="md" withTableBorder>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{conflict.field}</Table.Th>
              <Table.Th scope="col">{conflict.mine}</Table.Th>
              <Table.Th scope="col">{conflict.theirs}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fields.map((field) => (
              <Table.Tr key={field}>
                <Table.Th scope="row">{ru.fields[field === 'municipalityCode' ? 'municipality' : field]}</Table.Th>
                <Table.Td>{show(mine, field)}</Table.Td>
                <Table.Td>{show(theirs, field)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      <Group justify="flex-end">
        <Button variant="default" onClick={onTheirs}>
          {conflict.takeTheirs}
        </Button>
        <Button loading={pending} onClick={onMine} data-autofocus>
          {conflict.keepMine}
        </Button>
      </Group>
    </Dialog>
  );
}
