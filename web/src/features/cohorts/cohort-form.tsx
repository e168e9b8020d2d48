import { Button, Group, Stack, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useRef } from 'react';
import { z } from 'zod/mini';
import { fieldErrors, type Problem } from '@/api/problem';
import { needed } from '@/lib/fields';
import { DateField } from '@/ui/date-field';
import { LeaveGuard } from '@/ui/leave-guard';
import { ChangeProblem } from './change-problem';
import { ru } from './ru';

const schema = z.object({
  period: z.string().check(z.trim(), z.regex(/^(\d{4}|\d{4}\/\d{4})$/, ru.form.periodWrong)),
  name: needed(ru.form.required),
  orderNumber: needed(ru.form.required, 60),
  orderDate: needed(ru.form.required),
});
export type CohortValues = z.infer<typeof schema>;

interface Props {
  initial: CohortValues;
  /** The period names the list for good: it is given once. */
  isNew: boolean;
  save: (values: CohortValues) => Promise<void>;
  pending: boolean;
  problem: Problem | null;
  onCancel: () => void;
}

export function CohortForm({ initial, isNew, save, pending, problem, onCancel }: Props) {
  const saved = useRef(false);
  const form = useForm<CohortValues>({
    mode: 'uncontrolled',
    initialValues: initial,
    validate: schemaResolver(schema, { sync: true }),
  });
  async function submit(values: CohortValues) {
    if (pending) return;
    saved.current = true;
    try {
      await save(values);
    } catch (error) {
      saved.current = false;
      form.setErrors(fieldErrors(error as Problem));
    }
  }
  const input = (name: keyof CohortValues) => form.getInputProps(name);
  return (
    <form
      noValidate
      style={{ maxWidth: 520 }}
      onSubmit={form.onSubmit(submit, (errors) => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus())}
    >
      <Stack>
        <ChangeProblem problem={problem} />
        <TextInput
          label={ru.form.name}
          description={ru.form.nameHint}
          withAsterisk
          key={form.key('name')}
          {...input('name')}
        />
        {isNew ? (
          <TextInput
            label={ru.form.period}
            description={ru.form.periodHint}
            withAsterisk
            key={form.key('period')}
            {...input('period')}
          />
        ) : null}
        <TextInput label={ru.form.orderNumber} withAsterisk key={form.key('orderNumber')} {...input('orderNumber')} />
        <DateField label={ru.form.orderDate} withAsterisk key={form.key('orderDate')} {...input('orderDate')} />
        <Group>
          <Button type="submit" loading={pending}>
            {isNew ? ru.form.create : ru.form.save}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {ru.form.cancel}
          </Button>
        </Group>
      </Stack>
      <LeaveGuard
        dirty={() => !saved.current && form.isDirty()}
        message="Есть несохранённые изменения. Уйти со страницы?"
      />
    </form>
  );
}
