import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { narrow } from './tokens';

interface Props<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** One of a few: a row of choices on a wide screen, a select at 390 px or when there are many. */
export function Switcher<T extends string>({ label, value, options, onChange }: Props<T>) {
  const small = useMediaQuery(narrow, false, { getInitialValueInEffect: false });
  const choose = (next: string) => {
    const option = options.find((item) => item.value === next);
    if (option) onChange(option.value);
  };
  if (small || options.length > 6) {
    return (
      <NativeSelect
        className="no-print"
        aria-label={label}
        value={value}
        data={[...options]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
    );
  }
  return (
    <SegmentedControl className="no-print" aria-label={label} value={value} data={[...options]} onChange={choose} />
  );
}
