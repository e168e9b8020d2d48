import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ImportPreview } from '@/api/gen/types.gen';
import { AddResultButton, Constants } from './constants';
import classes from './imports.module.css';
import { addSeries, type Mapping, partsOf, removeSeries, splitRow } from './mapping';
import { mappingStep as ru } from './ru';

interface Props {
  spec: Mapping;
  preview: ImportPreview;
  onChange: (spec: Mapping) => void;
}

/** Several results in one row of a wide table, each told in plain words. */
export function Series({ spec, preview, onChange }: Props) {
  if (spec.series.length === 0) return <AddResultButton label={ru.split} onClick={() => onChange(splitRow(spec))} />;
  return (
    <div className={classes.stack}>
      <ol className={classes.series}>
        {spec.series.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a result is known by its place alone
          <li key={at}>
            <div className={classes.seriesHead}>
              <b>{ru.result(at + 1)}</b>
              <ActionIcon
                variant="subtle"
                size={32}
                aria-label={ru.remove(ru.result(at + 1))}
                onClick={() => onChange(removeSeries(spec, at))}
              >
                <IconTrash size={18} aria-hidden="true" />
              </ActionIcon>
            </div>
            <p className={classes.seriesWords}>{inWords(spec, at, preview)}</p>
            <Constants spec={spec} series={at} fields={preview.fields} onChange={onChange} />
          </li>
        ))}
      </ol>
      <div>
        <AddResultButton label={ru.addResult} onClick={() => onChange(addSeries(spec))} />
      </div>
    </div>
  );
}

function inWords(spec: Mapping, at: number, preview: ImportPreview): string {
  const label = (name: string) => preview.fields.find((field) => field.name === name)?.label ?? name;
  const header = (letter: string) => preview.columns.find((column) => column.letter === letter)?.header ?? '';
  const { columns } = partsOf(spec, spec.series[at]);
  const own = columns.filter(([field]) => !(field in spec.columns));
  if (own.length === 0) return ru.nothing;
  return own.map(([field, letter]) => ru.from(label(field), ru.wordColumn(letter, header(letter)))).join('; ');
}
