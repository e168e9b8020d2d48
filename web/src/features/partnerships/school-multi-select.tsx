import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listSchoolsQuery } from '@/api/gen/@tanstack/react-query.gen';
import { shortPlace } from '@/lib/places';
import { form } from './ru';

interface Option {
  value: string;
  label: string;
}

interface Props extends Omit<MultiSelectProps, 'data' | 'searchable' | 'filter'> {
  /** Names of those chosen already, and others that are offered without a search. */
  known: readonly Option[];
}

/** Schools of the caller's places, found by the server as one types, beside those that are known. */
export function SchoolMultiSelect({ known, ...select }: Props) {
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 200);
  const [kept, setKept] = useState<readonly Option[]>(known);
  const { data, isFetching } = useQuery({
    ...listSchoolsQuery({ query: { search: search || undefined, state: 'Open', pageSize: 20 } }),
    placeholderData: keepPreviousData,
  });
  const found = (data?.items ?? []).map(({ id, name, municipality }) => ({
    value: id,
    label: `${name}, ${shortPlace(municipality.name)}`,
  }));
  const wanted = search.toLocaleLowerCase('ru');
  const near = known.filter(({ label }) => label.toLocaleLowerCase('ru').includes(wanted));
  const options = [...new Map([...kept, ...near, ...found].map((option) => [option.value, option])).values()];
  const offered = new Set([...near, ...found].map(({ value }) => value));
  return (
    <MultiSelect
      {...select}
      data={options}
      searchable
      hidePickedOptions
      searchValue={text}
      onSearchChange={setText}
      filter={({ options: all }) => all.filter((option) => 'value' in option && offered.has(option.value))}
      onOptionSubmit={(value) => setKept([...kept, ...options.filter((option) => option.value === value)])}
      nothingFoundMessage={isFetching ? '…' : form.nothingFound}
    />
  );
}
