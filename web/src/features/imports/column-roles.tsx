import { NativeSelect } from '@mantine/core';
import type { ImportPreview } from '@/api/gen/types.gen';
import { missing } from '@/lib/format';
import classes from './imports.module.css';
import { type Mapping, roleOf, setRole } from './mapping';
import { mappingStep as ru } from './ru';

interface Props {
  preview: ImportPreview;
  spec: Mapping;
  onChange: (spec: Mapping) => void;
}

/** Place of a column by its letters: A is 0, Z is 25, AA is 26. */
function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The file's columns with samples; above each, what it means and, in a wide table, to which result it belongs. */
export function ColumnRoles({ preview, spec, onChange }: Props) {
  const data = preview.rows
    .map((row, at) => ({ row, number: preview.rowNumbers[at] ?? at + 1 }))
    .filter(({ number }) => number >= preview.firstRow)
    .slice(0, 5);
  const fields = [{ value: '', label: ru.skip }, ...preview.fields.map(({ name, label }) => ({ value: name, label }))];
  const groups = [
    { value: 'common', label: ru.common },
    ...spec.series.map((_, at) => ({ value: String(at), label: ru.result(at + 1) })),
  ];
  return (
    <section className={classes.columnsScroll} aria-label={ru.columns}>
      <table className={classes.columns}>
        <thead>
          <tr>
            {preview.columns.map(({ letter, header }) => {
              const role = roleOf(spec, letter);
              const name = ru.column(letter, header);
              return (
                <th key={letter} scope="col" data-used={role ? true : undefined}>
                  <span className={classes.columnName}>
                    <b>{letter}</b> {header}
                  </span>
                  <NativeSelect
                    size="xs"
                    aria-label={`${name}: ${ru.role}`}
                    data={fields}
                    value={role?.field ?? ''}
                    onChange={(event) => {
                      const field = event.currentTarget.value;
                      onChange(setRole(spec, letter, field ? { field, series: role?.series ?? null } : null));
                    }}
                  />
                  {role && spec.series.length > 0 ? (
                    <NativeSelect
                      mt={4}
                      size="xs"
                      aria-label={`${name}: ${ru.group}`}
                      data={groups}
                      value={role.series === null ? 'common' : String(role.series)}
                      onChange={(event) => {
                        const group = event.currentTarget.value;
                        onChange(
                          setRole(spec, letter, {
                            field: role.field,
                            series: group === 'common' ? null : Number(group),
                          }),
                        );
                      }}
                    />
                  ) : null}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {data.map(({ row, number }) => (
            <tr key={number}>
              {preview.columns.map(({ letter }) => (
                <td key={letter} data-used={roleOf(spec, letter) ? true : undefined}>
                  {row[columnIndex(letter)] || <span className={classes.soft}>{missing}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
