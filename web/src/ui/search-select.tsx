import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

interface Option {
  value: string;
  label: string;
}

interface Props<Data, Key extends QueryKey> extends Omit<SelectProps, 'data' | 'searchable' | 'filter'> {
  /** Query of the server's search for a text. */
  find: (text: string) => UseQueryOptions<Data, Error, Data, Key>;
  toOptions: (data: Data) => Option[];
  nothing: string;
  /** The chosen one, where its name is known before anything was searched. */
  known?: Option | undefined;
}

/** A select over a register too long to load: the server searches as one types. */
export function SearchSelect<Data, Key extends QueryKey>({
  find,
  toOptions,
  nothing,
  known,
  ...select
}: Props<Data, Key>) {
  const [text, setText] = useState(known?.label ?? '');
  const [search] = useDebouncedValue(text.trim(), 200);
  const [kept, setKept] = useState<Option | null>(known ?? null);
  const { data, isFetching } = useQuery({ ...find(search), placeholderData: keepPreviousData as never });
  const found = data === undefined ? [] : toOptions(data as Data);
  // The chosen one stays known when the search has moved on.
  const options = kept && !found.some(({ value }) => value === kept.value) ? [kept, ...found] : found;
  return (
    <Select
      {...select}
      data={options}
      searchable
      filter={({ options: all }) => all}
      searchValue={text}
      onSearchChange={setText}
      onOptionSubmit={(value) => setKept(options.find((option) => option.value === value) ?? null)}
      nothingFoundMessage={isFetching ? '…' : nothing}
    />
  );
}
