import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ImportKind, ImportMappingSummary } from '@/api/gen/types.gen';
import { mappingsOptions } from './queries';
import { mappingStep as ru } from './ru';

/** Mappings saved in the region, to take one when the guess was wrong. */
export function SavedMappings({ kind, onTake }: { kind: ImportKind; onTake: (mapping: ImportMappingSummary) => void }) {
  const { data } = useQuery(mappingsOptions(kind));
  if (!data || data.length === 0) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label={ru.saved}
      value=""
      data={[{ value: '', label: ru.saved }, ...data.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(event) => {
        const chosen = data.find(({ id }) => id === event.currentTarget.value);
        if (chosen) onTake(chosen);
      }}
    />
  );
}
