import { Button, Group, Stack, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { openIndicatorPeriod, reviseIndicatorPeriod } from '@/api/gen/sdk.gen';
import type { IndicatorPeriodDetails } from '@/api/gen/types.gen';
import { fieldErrors, type Problem } from '@/api/problem';
import { DateField } from '@/ui/date-field';
import { Dialog } from '@/ui/dialog';
import { doneToast } from '@/ui/toast';
import { periodName } from '../grid/model';
import { DecisionProblem } from './decision-problem';
import { periodsChanged } from './queries';
import { ru } from './ru';

const schema = z.object({
  period: z.string().check(z.trim(), z.regex(/^\d{4}(\/\d{4})?(-(H[12]|Q[1-4]))?$/, ru.periods.wrong)),
  dueOn: z.nullish(z.string()),
});
type Values = z.infer<typeof schema>;

interface Props {
  set: string;
  /** Null opens a new one. */
  period: IndicatorPeriodDetails | null;
  onClose: () => void;
}

/** Opens a period, or gives an open one another last day. */
export function PeriodDialog({ set, period, onClose }: Props) {
  const queryClient = useQueryClient();
  const save = useMutation<unknown, Problem, Values>({
    mutationKey: ['save-period'],
    mutationFn: (values) => {
      const dueOn = values.dueOn || null;
      return period
        ? reviseIndicatorPeriod({
            path: { id: period.id },
            headers: ifMatch(period.version),
            body: { dueOn },
            throwOnError: true,
          })
        : openIndicatorPeriod({ body: { setId: set, period: values.period.trim(), dueOn }, throwOnError: true });
    },
    onSuccess: async () => {
      await periodsChanged(queryClient, set);
      doneToast(period ? ru.periods.dueSaved : ru.periods.opened);
      onClose();
    },
  });
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: { period: period?.period ?? '', dueOn: period?.dueOn ?? null },
    validate: schemaResolver(schema, { sync: true }),
  });
  return (
    <Dialog title={period ? ru.periods.dueOf(periodName(period.period)) : ru.periods.openTitle} onClose={onClose}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          if (!save.isPending) save.mutate(values, { onError: (problem) => form.setErrors(fieldErrors(problem)) });
        })}
      >
        <Stack>
          <DecisionProblem problem={save.error} />
          {period ? null : (
            <TextInput
              label={ru.periods.what}
              description={ru.periods.whatHint}
              data-autofocus
              key={form.key('period')}
              {...form.getInputProps('period')}
            />
          )}
          <DateField
            label={ru.periods.due}
            description={ru.periods.dueHint}
            clearable
            key={form.key('dueOn')}
            {...form.getInputProps('dueOn')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {ru.cancel}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {period ? ru.periods.save : ru.periods.open}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
