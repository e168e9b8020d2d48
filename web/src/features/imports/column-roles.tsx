import { NativeSelect } from '@mantine/core';
import type { ImportPreview, MappingSpec } from '@/api/gen/types.gen';
import { missing } from '@/lib/format';
import classes from './imports.module.css';
import { roleOf, setRole } from './mapping';
import { mappingStep as ru } from './ru';

interface Props {
  preview: ImportPreview;
  spec: MappingSpec;
  onChange: (spec: MappingSpec) => void;
}

/** The file's columns with samples; above each, what it means and, in a wide table, to which result it belongs. */
export function ColumnRoles({ preview, spec, onChange }: Props) {
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
          {preview.rows.slice(0, 5).map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other identity
            <tr key={at}>
              {preview.columns.map(({ letter }, column) => (
                <td key={letter} data-used={roleOf(spec, letter) ? true : undefined}>
                  {row[column] || <span className={classes.soft}>{missing}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
