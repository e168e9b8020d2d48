import { MultiSelect, type MultiSelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

interface Option {
  value: string;
  label: string;
}

interface Props<Data, Key extends QueryKey> extends Omit<MultiSelectProps, 'data' | 'searchable' | 'filter'> {
  /** Query of the server's search for a text. */
  find: (text: string) => UseQueryOptions<Data, Error, Data, Key>;
  toOptions: (data: Data) => Option[];
  nothing: string;
  /** Those chosen before anything was searched. */
  known: readonly Option[];
}

/** Several of a register too long to load: the server searches as one types. */
export function SearchMultiSelect<Data, Key extends QueryKey>({
  find,
  toOptions,
  nothing,
  known,
  ...select
}: Props<Data, Key>) {
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 200);
  const [kept, setKept] = useState<readonly Option[]>(known);
  const { data, isFetching } = useQuery({ ...find(search), placeholderData: keepPreviousData as never });
  const found = data === undefined ? [] : toOptions(data as Data);
  const options = [...new Map([...kept, ...found].map((option) => [option.value, option])).values()];
  const offered = new Set(found.map(({ value }) => value));
  return (
    <MultiSelect
      {...select}
      data={options}
      hidePickedOptions
      searchable
      filter={({ options: all }) => all.filter((option) => 'value' in option && offered.has(option.value))}
      searchValue={text}
      onSearchChange={setText}
      onOptionSubmit={(value) => setKept([...kept, ...options.filter((option) => option.value === value)])}
      nothingFoundMessage={isFetching ? '…' : nothing}
    />
  );
}
