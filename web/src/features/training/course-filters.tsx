import { Checkbox, Select } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { subjectsOptions } from '@/api/dictionaries';
import { type FilterTag, SearchField } from '@/ui/filter-bar';
import { FilterPanel } from '@/ui/filter-panel';
import { chosen } from './filters';
import { deficitsOptions } from './queries';
import { formNames, ru } from './ru';
import { type CourseFilters, type CourseSearch, forms } from './search';

interface Props {
  search: CourseSearch;
  onChange: (change: Partial<CourseFilters>) => void;
}

export function CourseFilterPanel({ search, onChange }: Props) {
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const deficits = useSuspenseQuery(deficitsOptions()).data;
  const choice = (
    key: 'subject' | 'form' | 'deficit' | 'offer',
    data: { value: string; label: string }[],
    placeholder: string,
  ) => (
    <Select
      label={ru.fields[key]}
      placeholder={placeholder}
      data={data}
      value={search[key] ?? null}
      onChange={(value) => onChange({ [key]: value ?? undefined } as Partial<CourseFilters>)}
      clearable
      searchable={data.length > 12}
      clearButtonProps={{ 'aria-label': ru.clear(ru.fields[key]) }}
    />
  );
  return (
    <FilterPanel title={ru.filters} chosen={chosen(search)}>
      <SearchField
        label={ru.search}
        placeholder={ru.searchPlaceholder}
        value={search.search}
        onChange={(value) => onChange({ search: value })}
      />
      {choice(
        'subject',
        subjects.map(({ code, name }) => ({ value: code, label: name })),
        ru.any,
      )}
      {choice(
        'form',
        forms.map((value) => ({ value, label: formNames[value] })),
        ru.anyForm,
      )}
      {deficits.length > 0
        ? choice(
            'deficit',
            deficits.map(({ code, name }) => ({ value: code, label: name })),
            ru.any,
          )
        : null}
      {choice(
        'offer',
        Object.entries(ru.offers).map(([value, label]) => ({ value, label })),
        ru.offered,
      )}
      <Checkbox
        label={ru.freeOnly}
        checked={search.free === 'yes'}
        onChange={(event) => onChange({ free: event.currentTarget.checked ? 'yes' : undefined })}
      />
    </FilterPanel>
  );
}

/** Chosen filters in words: for the tags on screen and for the heading in print. */
export function useCourseTags({ search, onChange }: Props): FilterTag[] {
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const deficits = useSuspenseQuery(deficitsOptions()).data;
  const { search: text, subject, form, deficit, offer, free } = search;
  const words: [keyof CourseFilters, string | undefined][] = [
    ['search', text],
    ['subject', subject && (subjects.find(({ code }) => code === subject)?.name ?? subject)],
    ['form', form && formNames[form]],
    ['deficit', deficit && (deficits.find(({ code }) => code === deficit)?.name ?? deficit)],
    ['offer', offer && ru.offers[offer]],
    ['free', free && ru.freeOnly],
  ];
  return words.flatMap(([key, label]) =>
    label ? [{ key, label, onRemove: () => onChange({ [key]: undefined }) }] : [],
  );
}
