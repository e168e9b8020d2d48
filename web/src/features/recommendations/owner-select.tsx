import type { SelectProps } from '@mantine/core';
import { listPeopleQuery } from '@/api/gen/@tanstack/react-query.gen';
import type { OwnerName, PageOfPersonSummary } from '@/api/gen/types.gen';
import { SearchSelect } from '@/ui/search-select';
import { form, ru } from './ru';

interface Props extends Omit<SelectProps, 'data' | 'searchable' | 'filter'> {
  /** Who answers for it so far. */
  owner: OwnerName | null;
}

const shown = 10;

/** Who answers for it: found among the people of the region by a part of the name. */
export function OwnerSelect({ owner, ...props }: Props) {
  return (
    <SearchSelect
      label={ru.fields.ownerId}
      description={form.ownerHint}
      find={(search) => listPeopleQuery({ query: { search: search || undefined, pageSize: shown } }) as never}
      toOptions={({ items }: PageOfPersonSummary) =>
        items.map(({ id, displayName }) => ({ value: id, label: displayName }))
      }
      known={owner ? { value: owner.id, label: owner.name } : undefined}
      nothing={form.ownerNothing}
      clearable
      clearButtonProps={{ 'aria-label': ru.clear(ru.fields.ownerId) }}
      {...props}
    />
  );
}
