import type { SelectProps } from '@mantine/core';
import { listSchoolsQuery } from '@/api/gen/@tanstack/react-query.gen';
import type { PageOfListedSchool } from '@/api/gen/types.gen';
import { SearchSelect } from '@/ui/search-select';
import { dialog, ru } from './ru';

interface Props extends Partial<SelectProps> {
  /** The school that is chosen already. */
  named?: { id: string; name: string } | undefined;
}

/** A working school found by name or code. */
export function SchoolSelect({ named, ...select }: Props) {
  return (
    <SearchSelect
      label={ru.school}
      placeholder={dialog.schoolHint}
      find={(search) =>
        listSchoolsQuery({ query: { search: search || undefined, state: 'Open', pageSize: 20 } }) as never
      }
      toOptions={({ items }: PageOfListedSchool) => items.map(({ id, name }) => ({ value: id, label: name }))}
      known={named ? { value: named.id, label: named.name } : undefined}
      nothing={dialog.schoolNothing}
      {...select}
    />
  );
}
