import { Button, Stack, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CheckFormulaBody, FormulaFault } from '@/api/gen/types.gen';
import { Note } from '@/ui/note';
import classes from './formula.module.css';
import { replaced } from './formula-fault';
import { formulaCheckOptions } from './formula-queries';
import { FormulaReference } from './formula-reference';
import { formulaRu as ru } from './formula-ru';

const pause = 300;

interface Props {
  value: string;
  onChange: (text: string) => void;
  /** The indicator that the formula computes. */
  of: Omit<CheckFormulaBody, 'text'>;
  error?: ReactNode;
  /** Name of the field in its form, by which the form finds it. */
  path?: string;
}

/** A formula with its check while it is written: its words in Russian, or its mistakes with their places. */
export function FormulaField({ value, onChange, of, error, path }: Props) {
  const [text] = useDebouncedValue(value, pause);
  const { data, error: failure, isFetching } = useQuery(formulaCheckOptions({ ...of, text }));
  const known = text.trim() !== '' && text === value && !isFetching ? data : undefined;
  return (
    <Stack gap={6}>
      <Textarea
        label={ru.field.label}
        data-path={path}
        description={ru.field.hint}
        autosize
        minRows={2}
        maxRows={8}
        spellCheck={false}
        classNames={{ input: classes.code ?? '' }}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div aria-live="polite">
        {failure && text.trim() !== '' ? (
          <p className={classes.soft}>{ru.field.failed}</p>
        ) : value.trim() === '' ? null : !known ? (
          <p className={classes.soft}>{ru.field.checking}</p>
        ) : known.isRight ? (
          <Note tone="quiet" title={ru.field.right}>
            <p>{known.words}</p>
            {known.uses && known.uses.indicators.length > 0 ? (
              <p className={classes.soft}>
                {ru.field.uses}: {known.uses.indicators.join(', ')}
              </p>
            ) : null}
          </Note>
        ) : (
          <Note tone="bad" title={ru.field.wrong(known.errors.length)}>
            <ul className={classes.faults}>
              {known.errors.map((fault) => (
                <Fault key={`${fault.position}-${fault.message}`} text={value} fault={fault} onChange={onChange} />
              ))}
            </ul>
          </Note>
        )}
      </div>
      <FormulaReference />
    </Stack>
  );
}

function Fault({ text, fault, onChange }: { text: string; fault: FormulaFault; onChange: (text: string) => void }) {
  const { position, length, message, nearest } = fault;
  const better = nearest ? replaced(text, fault) : null;
  return (
    <li className={classes.fault}>
      {message} <span className={classes.soft}>({ru.field.at(fault)})</span>
      {length > 0 ? (
        <div className={classes.code}>
          {text.slice(Math.max(0, position - 20), position)}
          <mark>{text.slice(position, position + length)}</mark>
          {text.slice(position + length, position + length + 20)}
        </div>
      ) : null}
      {better ? (
        <Button size="compact-xs" variant="default" onClick={() => onChange(better)}>
          {ru.field.put(nearest ?? '')}
        </Button>
      ) : null}
    </li>
  );
}
