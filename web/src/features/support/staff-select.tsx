import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { namedOrganisationOptions } from './queries';
import { dialogs } from './ru';

interface Props extends Partial<SelectProps> {
  organisationId: string | null | undefined;
}

/** Somebody on the staff of an organisation; nobody need be chosen. */
export function StaffSelect({ organisationId, ...select }: Props) {
  const people = useQuery({ ...namedOrganisationOptions(organisationId ?? ''), enabled: Boolean(organisationId) }).data
    ?.people;
  return (
    <Select
      label={dialogs.assign.person}
      placeholder={dialogs.assign.nobody}
      data={(people ?? []).map(({ id, name, position }) => ({ value: id, label: `${name}, ${position}` }))}
      disabled={!people?.length}
      clearable
      {...select}
    />
  );
}
