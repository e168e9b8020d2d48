import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ImportPreview } from '@/api/gen/types.gen';
import { formatNumber } from '@/lib/format';
import classes from './imports.module.css';
import type { Place } from './queries';
import { mappingStep as ru } from './ru';

interface Props {
  preview: ImportPreview;
  onPlace: (place: Place) => void;
}

/** Sheet, header row and first row of data; a change takes effect on leaving the field. */
export function TablePlace({ preview, onPlace }: Props) {
  const { sheets, sheet, headerRow, firstRow } = preview;
  const [header, setHeader] = useState(String(headerRow));
  const [first, setFirst] = useState(String(firstRow));
  function apply() {
    const next = { headerRow: Number(header), firstRow: Number(first) };
    const whole = [header, first].every((value) => /^\d{1,4}$/.test(value.trim()));
    if (!whole || (next.headerRow === headerRow && next.firstRow === firstRow)) return;
    // Data cannot begin inside the header.
    onPlace({ sheet, headerRow: next.headerRow, firstRow: Math.max(next.firstRow, next.headerRow + 1) });
  }
  const row = (label: string, value: string, set: (value: string) => void, hint?: string) => (
    <TextInput
      label={label}
      description={hint}
      inputMode="numeric"
      value={value}
      onChange={(event) => set(event.currentTarget.value)}
      onBlur={apply}
      onKeyDown={(event) => {
        if (event.key === 'Enter') apply();
      }}
    />
  );
  return (
    <div className={classes.rowFields}>
      {sheets.length > 1 ? (
        <Select
          label={ru.sheet}
          allowDeselect={false}
          data={sheets.map(({ name, rows, hidden }) => ({
            value: name,
            label: ru.sheetRows(name, formatNumber(rows), hidden),
          }))}
          value={sheet}
          onChange={(value) => value && onPlace({ sheet: value })}
        />
      ) : null}
      {row(ru.headerRow, header, setHeader, ru.headerNone)}
      {row(ru.firstRow, first, setFirst, ru.firstRowHint)}
    </div>
  );
}
