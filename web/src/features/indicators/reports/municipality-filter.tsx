import { NativeSelect } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { municipalitiesOptions } from '@/api/dictionaries';
import { ru } from './ru';

interface Props {
  value: string | undefined;
  onChange: (code: string | undefined) => void;
}

/** One municipality or all of them; who reaches only one is not asked. */
export function MunicipalityFilter({ value, onChange }: Props) {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  if (municipalities.length < 2) return null;
  return (
    <NativeSelect
      aria-label={ru.municipality}
      value={value ?? ''}
      data={[
        { value: '', label: ru.anyMunicipality },
        ...municipalities.map(({ code, name }) => ({ value: code, label: name })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}
