import { Select, Textarea } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { concludeMentoring, nameMentor, removeMentoring, terminateMentoring } from '@/api/gen/sdk.gen';
import type { MentoringDetails, MentoringReached } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { useMe } from '@/api/session';
import { limited, needed } from '@/lib/fields';
import { today } from '@/lib/today';
import { ChangeDialog } from '@/ui/change-dialog';
import { DateField } from '@/ui/date-field';
import { doneToast } from '@/ui/toast';
import { mentoringsChanged } from './queries';
import { card, dialogs, reachedNames, visits } from './ru';
import { TeacherSelect } from './teacher-selects';
import { useMentoringChange } from './use-mentoring-change';

interface Props {
  mentoring: MentoringDetails;
  onClose: () => void;
}

const ending = z.object({ on: needed(dialogs.required), reason: needed(dialogs.required, 2_000) });

/** Ends a pairing before its term. */
export function TerminateDialog({ mentoring, onClose }: Props) {
  const words = dialogs.terminate;
  const now = today(useMe().region.timeZone);
  const change = useMentoringChange<z.infer<typeof ending>>(
    mentoring,
    async (body, version) =>
      (await terminateMentoring({ path: { id: mentoring.id }, headers: ifMatch(version), body, throwOnError: true }))
        .data,
    words.saved,
    onClose,
  );
  const form = useForm<z.infer<typeof ending>>({
    initialValues: { on: now < mentoring.startsOn ? mentoring.startsOn : now, reason: '' },
    validate: schemaResolver(ending, { sync: true }),
  });
  return (
    <ChangeDialog words={words} form={form} change={change} onClose={onClose}>
      <DateField label={words.on} withAsterisk {...form.getInputProps('on')} />
      <Textarea
        label={words.reason}
        description={visits.noNames}
        rows={3}
        withAsterisk
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </ChangeDialog>
  );
}

const concluding = z.object({ outcome: limited(2_000), reached: z.nullable(z.string()) });

/** What came of it. */
export function OutcomeDialog({ mentoring, onClose }: Props) {
  const words = dialogs.outcome;
  const change = useMentoringChange<z.infer<typeof concluding>>(
    mentoring,
    async ({ outcome, reached }, version) => {
      const body = { outcome: outcome.trim() || null, reached: reached as MentoringReached | null };
      return (
        await concludeMentoring({ path: { id: mentoring.id }, headers: ifMatch(version), body, throwOnError: true })
      ).data;
    },
    words.saved,
    onClose,
  );
  const form = useForm<z.infer<typeof concluding>>({
    initialValues: { outcome: mentoring.outcome ?? '', reached: mentoring.reached },
    validate: schemaResolver(concluding, { sync: true }),
  });
  return (
    <ChangeDialog words={words} form={form} change={change} onClose={onClose}>
      <Textarea
        label={words.text}
        description={visits.noNames}
        rows={4}
        data-autofocus
        {...form.getInputProps('outcome')}
      />
      <Select
        label={words.reached}
        data={Object.entries(reachedNames).map(([value, label]) => ({ value, label }))}
        clearable
        {...form.getInputProps('reached')}
      />
    </ChangeDialog>
  );
}

const naming = z.object({ teacherId: needed(dialogs.required) });

/** The helping school says who it is. */
export function MentorDialog({ mentoring, onClose }: Props) {
  const words = dialogs.mentor;
  const school = mentoring.parties.find(({ role }) => role === 'Mentor')?.schoolId;
  const change = useMentoringChange<z.infer<typeof naming>>(
    mentoring,
    async (body, version) =>
      (await nameMentor({ path: { id: mentoring.id }, headers: ifMatch(version), body, throwOnError: true })).data,
    words.saved,
    onClose,
  );
  const form = useForm<z.infer<typeof naming>>({
    initialValues: { teacherId: '' },
    validate: schemaResolver(naming, { sync: true }),
  });
  return (
    <ChangeDialog words={words} form={form} change={change} onClose={onClose}>
      <TeacherSelect
        label={words.teacher}
        school={school ?? undefined}
        withAsterisk
        data-autofocus
        {...form.getInputProps('teacherId')}
      />
    </ChangeDialog>
  );
}

/** One that was made by mistake goes. */
export function RemoveDialog({ mentoring, onClose }: Props) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const change = useMutation<unknown, Problem, object>({
    mutationKey: ['remove-mentoring', mentoring.id],
    mutationFn: () =>
      removeMentoring({ path: { id: mentoring.id }, headers: ifMatch(mentoring.version), throwOnError: true }),
    onSuccess: async () => {
      await navigate({ to: '/support/mentoring' });
      await mentoringsChanged(queryClient);
      doneToast(card.removed);
    },
  });
  const form = useForm({ initialValues: {} });
  return <ChangeDialog words={dialogs.remove} form={form} change={change} grave onClose={onClose} />;
}
