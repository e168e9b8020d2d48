import { Select } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { municipalitiesOptions, subjectsOptions } from '@/api/dictionaries';
import { type FilterTag, SearchField } from '@/ui/filter-bar';
import { FilterPanel } from '@/ui/filter-panel';
import { namedSchoolOptions } from './queries';
import { categoryNames, ru } from './ru';
import { categories, chosen, type TeacherFilters, type TeacherSearch } from './search';

interface Props {
  search: TeacherSearch;
  onChange: (change: Partial<TeacherFilters>) => void;
}

export function TeacherFilterPanel({ search, onChange }: Props) {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const choice = (
    key: 'municipality' | 'subject' | 'category' | 'staff' | 'plan' | 'portfolio',
    data: { value: string; label: string }[],
    placeholder: string,
  ) => (
    <Select
      label={ru.fields[key]}
      placeholder={placeholder}
      data={data}
      value={search[key] ?? null}
      onChange={(value) => onChange({ [key]: value ?? undefined } as Partial<TeacherFilters>)}
      clearable
      searchable={data.length > 12}
      clearButtonProps={{ 'aria-label': ru.clear(ru.fields[key]) }}
    />
  );
  const named = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));
  return (
    <FilterPanel title={ru.filters} chosen={chosen(search)}>
      <SearchField
        label={ru.search}
        placeholder={ru.searchPlaceholder}
        value={search.search}
        onChange={(value) => onChange({ search: value })}
      />
      {municipalities.length > 1
        ? choice(
            'municipality',
            municipalities.map(({ code, name }) => ({ value: code, label: name })),
            ru.any,
          )
        : null}
      {choice(
        'subject',
        subjects.map(({ code, name }) => ({ value: code, label: name })),
        ru.any,
      )}
      {choice(
        'category',
        categories.map((value) => ({ value, label: categoryNames[value] })),
        ru.anyCategory,
      )}
      {choice('staff', named(ru.staff), ru.working)}
      {choice('plan', named(ru.yesNo), ru.anyPaper)}
      {choice('portfolio', named(ru.yesNo), ru.anyPaper)}
    </FilterPanel>
  );
}

/** Chosen filters in words: for the tags on screen and for the heading in print. */
export function useTeacherTags({ search, onChange }: Props): FilterTag[] {
  const municipalities = useSuspenseQuery(municipalitiesOptions()).data;
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const { search: text, school, municipality, subject, category, staff, plan, portfolio } = search;
  const named = useQuery({ ...namedSchoolOptions(school ?? ''), enabled: Boolean(school) }).data;
  const words: [keyof TeacherFilters, string | undefined][] = [
    ['search', text && ru.tags.search(text)],
    ['school', school && (named?.name ?? ru.tags.school)],
    ['municipality', municipality && (municipalities.find(({ code }) => code === municipality)?.name ?? municipality)],
    ['subject', subject && (subjects.find(({ code }) => code === subject)?.name ?? subject)],
    ['category', category && ru.tags.category(categoryNames[category])],
    ['staff', staff && ru.staff[staff]],
    ['plan', plan && ru.tags.plan[plan]],
    ['portfolio', portfolio && ru.tags.portfolio[portfolio]],
  ];
  return words.flatMap(([key, label]) =>
    label ? [{ key, label, onRemove: () => onChange({ [key]: undefined }) }] : [],
  );
}
