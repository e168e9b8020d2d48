import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { matchTeachers, recordDiagnosticResults } from '@/api/gen/sdk.gen';
import type { DiagnosticDetails, KnownResult, MatchedName, RecordedResults } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { useMe } from '@/api/session';
import { formatCount } from '@/lib/format';
import { today } from '@/lib/today';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { StatusBadge } from '@/ui/status-badge';
import { doneToast } from '@/ui/toast';
import classes from './diagnostics.module.css';
import { diagnosticsChanged } from './queries';
import { knownNames, people, record as text } from './ru';
import { type PastedRow, rowsOf } from './words';

interface Row extends PastedRow {
  match: MatchedName;
  /** Whom the name means; empty while nobody is chosen: then the row is not written down. */
  teacherId: string;
}

const known = Object.entries(knownNames).map(([value, label]) => ({ value, label }));

/** A pasted table: whom each name means, what is wrong in which cell, and only then the results, all or none. */
export function RecordDialog({ one, onClose }: { one: DiagnosticDetails; onClose: () => void }) {
  const queryClient = useQueryClient();
  const now = today(useMe().region.timeZone);
  const [pasted, setPasted] = useState('');
  const [rows, setRows] = useState<readonly Row[]>();
  const [on, setOn] = useState<string | null>(now < one.untilOn ? now : one.untilOn);
  const [way, setWay] = useState<KnownResult>('Refuse');
  const match = useMutation<readonly MatchedName[], Problem, readonly PastedRow[]>({
    mutationKey: ['match-teachers'],
    mutationFn: async (given) =>
      (await matchTeachers({ body: { names: given.map(({ name }) => name) }, throwOnError: true })).data,
    onSuccess: (found, given) =>
      setRows(
        given.flatMap((row, i) => {
          const of = found[i];
          return of ? [{ ...row, match: of, teacherId: of.state === 'Exact' ? (of.teachers[0]?.id ?? '') : '' }] : [];
        }),
      ),
  });
  const sent = rows?.filter(({ teacherId }) => teacherId) ?? [];
  const save = useMutation<RecordedResults, Problem, void>({
    mutationKey: ['record-results', one.id],
    mutationFn: async () => {
      const body = {
        on: on ?? now,
        known: way,
        rows: sent.map(({ teacherId, values }) => ({ teacherId, values })),
      };
      return (await recordDiagnosticResults({ path: { id: one.id }, body, throwOnError: true })).data;
    },
    onSuccess: async ({ added, replaced }) => {
      doneToast(text.done(added, replaced));
      onClose();
      await diagnosticsChanged(queryClient);
    },
  });
  const change = (row: Row, next: Partial<Row>) =>
    setRows(rows?.map((other) => (other === row ? { ...other, ...next } : other)));
  return (
    <Dialog title={text.title} size="lg" onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (rows) {
            if (sent.length > 0 && !save.isPending) save.mutate();
            return;
          }
          const given = rowsOf(pasted, one.measures.length);
          if (given.length > 0 && !match.isPending) match.mutate(given);
        }}
      >
        <Stack>
          {rows ? null : (
            <>
              <p style={{ margin: 0 }}>{text.text}</p>
              <p className={classes.soft} style={{ margin: 0 }}>
                {text.columns(one.measures.map(({ name }) => name).join('; '))}
              </p>
              {match.error ? <ProblemAlert error={match.error} /> : null}
              <Textarea
                label={text.table}
                rows={10}
                value={pasted}
                onChange={(event) => setPasted(event.currentTarget.value)}
                data-autofocus
              />
            </>
          )}
          <Group grow align="flex-end">
            <DateField label={text.on} value={on} onChange={setOn} minDate={one.fromOn} maxDate={now} withAsterisk />
            <NativeSelect
              label={text.known}
              data={known}
              value={way}
              onChange={(event) => setWay(event.currentTarget.value as KnownResult)}
            />
          </Group>
          {save.error ? (
            <Wrong problem={save.error} sent={sent} columns={one.measures.map(({ name }) => name)} />
          ) : null}
          {rows ? <Preview rows={rows} one={one} problem={save.error} sent={sent} onChange={change} /> : null}
          <Group justify="flex-end">
            {rows ? (
              <Button
                variant="default"
                onClick={() => {
                  setRows(undefined);
                  match.reset();
                  save.reset();
                }}
              >
                {text.again}
              </Button>
            ) : (
              <Button variant="default" onClick={onClose}>
                {text.cancel}
              </Button>
            )}
            <Button type="submit" loading={match.isPending || save.isPending}>
              {rows ? (sent.length > 0 ? text.save(formatCount(sent.length, people)) : text.nobody) : text.find}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** Which row and column an error of the server means. */
function placeOf(pointer: string) {
  const [, row, , column] = /^\/rows\/(\d+)(\/values)?(?:\/(\d+))?/.exec(pointer) ?? [];
  return {
    row: row === undefined ? undefined : Number(row),
    column: column === undefined ? undefined : Number(column),
  };
}

interface WrongProps {
  problem: Problem;
  sent: readonly Row[];
  columns: readonly string[];
}

/** Row, column, value and what is allowed, of everything that is wrong. */
function Wrong({ problem, sent, columns }: WrongProps) {
  const errors = (problem.errors ?? []).filter(({ pointer }) => placeOf(pointer).row !== undefined);
  if (errors.length === 0) return <ProblemAlert error={problem} />;
  return (
    <div role="alert">
      <strong>{text.wrong}</strong>
      <ul style={{ margin: '4px 0 0', maxHeight: '24vh', overflowY: 'auto' }}>
        {errors.map(({ pointer, code, message, value, allowed }) => {
          const { row = 0, column } = placeOf(pointer);
          const said = [column !== undefined && value ? text.got(value) : null, allowed ? text.allowed(allowed) : null];
          const more = said.filter(Boolean).join(', ');
          return (
            <li key={`${pointer} ${code}`}>
              {text.row(row + 1, sent[row]?.name ?? columns[column ?? 0] ?? '')}: {message} {more}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

const tones = { Exact: 'good', Candidates: 'attention', None: 'bad' } as const;

interface PreviewProps {
  rows: readonly Row[];
  one: DiagnosticDetails;
  problem: Problem | null;
  sent: readonly Row[];
  onChange: (row: Row, next: Partial<Row>) => void;
}

function Preview({ rows, one, problem, sent, onChange }: PreviewProps) {
  const count = (state: MatchedName['state']) => rows.filter(({ match }) => match.state === state).length;
  const wrong = new Map(
    (problem?.errors ?? []).map(({ pointer, message }) => {
      const { row, column } = placeOf(pointer);
      return [`${row ?? ''}/${column ?? ''}`, message];
    }),
  );
  return (
    <>
      <p style={{ margin: 0 }} role="status">
        {text.found(count('Exact'), count('Candidates'), count('None'))}
      </p>
      <ul className={classes.rows}>
        {rows.map((row, i) => {
          const { name, values, match, teacherId } = row;
          const at = sent.indexOf(row);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never move.
            <li key={i}>
              <span className={classes.head}>
                <span className={classes.name}>
                  {name}
                  <StatusBadge tone={tones[match.state]}>{text.states[match.state]}</StatusBadge>
                </span>
                {match.teachers.length > 0 ? (
                  <NativeSelect
                    aria-label={text.which(name)}
                    value={teacherId}
                    error={wrong.get(`${at}/`)}
                    data={[
                      { value: '', label: text.skip },
                      ...match.teachers.map((teacher) => ({
                        value: teacher.id,
                        label: [teacher.name, teacher.position, teacher.school.name].filter(Boolean).join(', '),
                      })),
                    ]}
                    onChange={(event) => onChange(row, { teacherId: event.currentTarget.value })}
                  />
                ) : null}
              </span>
              <span className={classes.cells}>
                {values.map((value, column) => (
                  <TextInput
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns never move.
                    key={column}
                    size="xs"
                    label={one.measures[column]?.name}
                    aria-label={text.value(name, one.measures[column]?.name ?? String(column + 1))}
                    value={value}
                    error={at >= 0 ? wrong.get(`${at}/${column}`) : undefined}
                    onChange={(event) =>
                      onChange(row, {
                        values: values.map((other, j) => (j === column ? event.currentTarget.value : other)),
                      })
                    }
                  />
                ))}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
