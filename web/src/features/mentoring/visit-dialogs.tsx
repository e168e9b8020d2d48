import { Select, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { addMentoringVisit, removeMentoringVisit, reviseMentoringVisit } from '@/api/gen/sdk.gen';
import type { MentoringDetails, MentoringForm, MentoringVisitDetails } from '@/api/gen/types.gen';
import { useMe } from '@/api/session';
import { needed } from '@/lib/fields';
import { today } from '@/lib/today';
import { ChangeDialog } from '@/ui/change-dialog';
import { DateField } from '@/ui/date-field';
import { dialogs, formNames, visits as text } from './ru';
import { useMentoringChange } from './use-mentoring-change';

interface Props {
  mentoring: MentoringDetails;
  visit?: MentoringVisitDetails | undefined;
  onClose: () => void;
}

const schema = z.object({
  on: needed(dialogs.required),
  form: z.string(),
  text: needed(dialogs.required, 2_000),
  hours: z.string().check(z.regex(/^([1-9]|1\d|2[0-4])$/, text.hoursWrong)),
});
type Values = z.infer<typeof schema>;

/** A meeting is written down, or corrected. */
export function VisitDialog({ mentoring, visit, onClose }: Props) {
  const now = today(useMe().region.timeZone);
  const change = useMentoringChange<Values>(
    mentoring,
    async ({ on, form, text: said, hours }, version) => {
      const body = { on, form: form as MentoringForm, text: said.trim(), hours: Number(hours) };
      const headers = ifMatch(version);
      const { id } = mentoring;
      return visit
        ? (await reviseMentoringVisit({ path: { id, visitId: visit.id }, headers, body, throwOnError: true })).data
        : (await addMentoringVisit({ path: { id }, headers, body, throwOnError: true })).data;
    },
    text.saved,
    onClose,
  );
  const last = mentoring.endsOn && mentoring.endsOn < now ? mentoring.endsOn : now;
  const form = useForm<Values>({
    initialValues: {
      on: visit?.on ?? last,
      form: visit?.form ?? 'Lesson',
      text: visit?.text ?? '',
      hours: String(visit?.hours ?? 1),
    },
    validate: schemaResolver(schema, { sync: true }),
  });
  return (
    <ChangeDialog words={{ title: text.add, button: text.button }} form={form} change={change} onClose={onClose}>
      <DateField
        label={text.on}
        withAsterisk
        minDate={mentoring.startsOn}
        maxDate={last}
        {...form.getInputProps('on')}
      />
      <Select
        label={text.form}
        data={Object.entries(formNames).map(([value, label]) => ({ value, label }))}
        allowDeselect={false}
        {...form.getInputProps('form')}
      />
      <Textarea
        label={text.text}
        description={text.noNames}
        rows={3}
        withAsterisk
        data-autofocus
        {...form.getInputProps('text')}
      />
      <TextInput label={text.hours} inputMode="numeric" withAsterisk {...form.getInputProps('hours')} />
    </ChangeDialog>
  );
}

/** A meeting that was written down by mistake goes. */
export function RemoveVisitDialog({ mentoring, visit, onClose }: Props) {
  const change = useMentoringChange<object>(
    mentoring,
    async (_, version) => {
      const path = { id: mentoring.id, visitId: visit?.id ?? '' };
      return (await removeMentoringVisit({ path, headers: ifMatch(version), throwOnError: true })).data;
    },
    text.removed,
    onClose,
  );
  const form = useForm({ initialValues: {} });
  return (
    <ChangeDialog
      words={{ title: text.removeTitle, text: text.removeText, button: text.remove }}
      form={form}
      change={change}
      grave
      onClose={onClose}
    />
  );
}
