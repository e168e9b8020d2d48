import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ifMatch } from '@/api/client';
import { removeDiagnosticResult, reviseDiagnosticResult } from '@/api/gen/sdk.gen';
import type { DiagnosticDetails, DiagnosticLevel, DiagnosticResultSummary } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { useMe } from '@/api/session';
import { today } from '@/lib/today';
import { ChangeDialog } from '@/ui/change-dialog';
import { DateField } from '@/ui/date-field';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import { diagnosticsChanged } from './queries';
import { card, levelNames, record as text } from './ru';

interface Props {
  one: DiagnosticDetails;
  result: DiagnosticResultSummary;
  onClose: () => void;
}

interface Values {
  on: string;
  level: string;
  values: string[];
}

const told = ({ measures }: DiagnosticDetails, { findings }: DiagnosticResultSummary): string[] =>
  measures.map(({ deficit, maximum }) => {
    const found = findings.find((one) => one.deficit === deficit);
    if (!found) return '';
    return maximum == null ? (found.found ? 'да' : 'нет') : String(found.score ?? '').replace('.', ',');
  });

/** One teacher's result is corrected or struck out. */
export function ResultDialog({ one, result, onClose }: Props) {
  const queryClient = useQueryClient();
  const now = today(useMe().region.timeZone);
  const at = { path: { id: result.id }, headers: ifMatch(result.version), throwOnError: true } as const;
  const done = (message: string) => async () => {
    doneToast(message);
    onClose();
    await diagnosticsChanged(queryClient);
  };
  const refused = (problem: Problem) => (problem.status === 412 ? diagnosticsChanged(queryClient) : undefined);
  const change = useMutation<unknown, Problem, Values>({
    mutationKey: ['revise-result', result.id],
    mutationFn: ({ on, level, values }) =>
      reviseDiagnosticResult({ ...at, body: { on, level: (level || null) as DiagnosticLevel | null, values } }),
    onSuccess: done(text.saved),
    onError: refused,
  });
  const remove = useMutation<unknown, Problem, void>({
    mutationKey: ['remove-result', result.id],
    mutationFn: () => removeDiagnosticResult(at),
    onSuccess: done(card.struck),
    onError: refused,
  });
  const form = useForm<Values>({
    initialValues: { on: result.on, level: result.level ?? '', values: told(one, result) },
  });
  return (
    <ChangeDialog
      words={{ title: text.one, text: result.teacher.name ?? card.anonymous, button: text.saveOne }}
      form={form}
      change={change}
      onClose={onClose}
    >
      {remove.error ? <ProblemAlert error={remove.error} /> : null}
      <DateField label={text.on} withAsterisk minDate={one.fromOn} maxDate={now} {...form.getInputProps('on')} />
      {one.measures.map(({ deficit, name, allowed }, i) => (
        <TextInput key={deficit} label={name} description={allowed} {...form.getInputProps(`values.${i}`)} />
      ))}
      <NativeSelect
        label={text.level}
        data={[
          { value: '', label: text.noLevel },
          ...Object.entries(levelNames).map(([value, label]) => ({ value, label })),
        ]}
        {...form.getInputProps('level')}
      />
      <Button
        variant="subtle"
        color="red"
        style={{ alignSelf: 'flex-start' }}
        loading={remove.isPending}
        onClick={() => remove.mutate()}
      >
        {card.strike}
      </Button>
    </ChangeDialog>
  );
}
