import type { MultiSelectProps, SelectProps } from '@mantine/core';
import { listTeachersQuery } from '@/api/gen/@tanstack/react-query.gen';
import type { PageOfTeacherSummary } from '@/api/gen/types.gen';
import { SearchMultiSelect } from '@/ui/search-multi-select';
import { SearchSelect } from '@/ui/search-select';
import { form } from './ru';

interface Option {
  value: string;
  label: string;
}

const find = (school: string | undefined) => (search: string) =>
  listTeachersQuery({ query: { search: search || undefined, school, onStaff: true, pageSize: 20 } }) as never;

const toOptions = ({ items }: PageOfTeacherSummary): Option[] =>
  items.flatMap(({ id, name, school }) => (name ? [{ value: id, label: `${name}, ${school.name}` }] : []));

/** A teacher of the caller's places. */
export function TeacherSelect({
  school,
  known,
  ...select
}: Partial<SelectProps> & { school?: string | undefined; known?: Option | undefined }) {
  return (
    <SearchSelect
      placeholder={form.teacherHint}
      find={find(school)}
      toOptions={toOptions}
      known={known}
      nothing={form.nothingFound}
      {...select}
    />
  );
}

/** Several teachers of the caller's places. */
export function TeacherMultiSelect({ known, ...select }: Partial<MultiSelectProps> & { known: readonly Option[] }) {
  return (
    <SearchMultiSelect
      placeholder={form.teacherHint}
      find={find(undefined)}
      toOptions={toOptions}
      known={known}
      nothing={form.nothingFound}
      {...select}
    />
  );
}
