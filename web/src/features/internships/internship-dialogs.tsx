import { Select, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { listTeachersQuery } from '@/api/gen/@tanstack/react-query.gen';
import { concludeInternship, reviseInternship, sendInterns } from '@/api/gen/sdk.gen';
import type {
  InternshipDetails,
  InternshipResult,
  InternshipSiteDetails,
  PageOfTeacherSummary,
} from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { useMe } from '@/api/session';
import { limited, needed } from '@/lib/fields';
import { today } from '@/lib/today';
import { ChangeDialog } from '@/ui/change-dialog';
import { DateField } from '@/ui/date-field';
import { SearchMultiSelect } from '@/ui/search-multi-select';
import { doneToast } from '@/ui/toast';
import classes from './internships.module.css';
import { internshipsChanged } from './queries';
import { dialogs, resultNames, ru } from './ru';
import { useInternshipChange } from './use-change';

const days = {
  startsOn: needed(dialogs.required),
  endsOn: needed(dialogs.required),
  hours: z.string().check(z.regex(/^[1-9]\d{0,2}$/, dialogs.whole)),
};
const inOrder = z.refine<{ startsOn: string; endsOn: string }>(({ startsOn, endsOn }) => endsOn >= startsOn, {
  path: ['endsOn'],
  error: dialogs.days.wrongOrder,
});
const daysSchema = z.object(days).check(inOrder);
type Days = z.infer<typeof daysSchema>;

const bodyOf = ({ startsOn, endsOn, hours }: Days) => ({ startsOn, endsOn, hours: Number(hours) });

function DayFields({ input }: { input: (name: keyof Days) => object }) {
  return (
    <div className={classes.days}>
      <DateField label={ru.fields.startsOn} withAsterisk {...input('startsOn')} />
      <DateField label={ru.fields.endsOn} withAsterisk {...input('endsOn')} />
      <TextInput label={ru.fields.hours} inputMode="numeric" withAsterisk {...input('hours')} />
    </div>
  );
}

const sending = z
  .object({ ...days, teachers: z.array(z.string()).check(z.minLength(1, dialogs.required)) })
  .check(inOrder as never);
type Sending = Days & { teachers: string[] };

/** Teachers of the caller's places go to a site, all or none. */
export function SendDialog({ site, onClose }: { site: InternshipSiteDetails; onClose: () => void }) {
  const words = dialogs.send;
  const queryClient = useQueryClient();
  const now = today(useMe().region.timeZone);
  const change = useMutation<unknown, Problem, Sending>({
    mutationKey: ['send-interns', site.id],
    mutationFn: async ({ teachers, ...values }) => {
      const body = { siteId: site.id, teacherIds: teachers, days: bodyOf(values) };
      return (await sendInterns({ body, throwOnError: true })).data;
    },
    onSuccess: async () => {
      await internshipsChanged(queryClient);
      doneToast(words.saved);
      onClose();
    },
  });
  const form = useForm<Sending>({
    initialValues: { teachers: [], startsOn: now, endsOn: now, hours: '36' },
    validate: schemaResolver(sending as never, { sync: true }) as never,
  });
  return (
    <ChangeDialog words={words} form={form} change={change} onClose={onClose}>
      <SearchMultiSelect
        label={words.teachers}
        placeholder={words.teacherHint}
        withAsterisk
        data-autofocus
        find={(search) =>
          listTeachersQuery({ query: { search: search || undefined, onStaff: true, pageSize: 20 } }) as never
        }
        toOptions={({ items }: PageOfTeacherSummary) =>
          items.flatMap(({ id, name, school }) => (name ? [{ value: id, label: `${name}, ${school.name}` }] : []))
        }
        nothing={dialogs.site.nothing}
        known={[]}
        {...form.getInputProps('teachers')}
      />
      <DayFields input={(name) => form.getInputProps(name)} />
    </ChangeDialog>
  );
}

interface Props {
  internship: InternshipDetails;
  onClose: () => void;
}

/** Other days ask for the place anew. */
export function DaysDialog({ internship, onClose }: Props) {
  const { startsOn, endsOn, hours, id } = internship;
  const change = useInternshipChange<Days>(
    internship,
    async (values, version) =>
      (await reviseInternship({ path: { id }, headers: ifMatch(version), body: bodyOf(values), throwOnError: true }))
        .data,
    dialogs.days.saved,
    onClose,
  );
  const form = useForm<Days>({
    initialValues: { startsOn, endsOn, hours: String(hours) },
    validate: schemaResolver(daysSchema, { sync: true }),
  });
  return (
    <ChangeDialog words={dialogs.days} form={form} change={change} onClose={onClose}>
      <DayFields input={(name) => form.getInputProps(name)} />
    </ChangeDialog>
  );
}

const concluding = z.object({ result: needed(dialogs.required), outcome: limited(2_000) }).check(
  z.refine(({ result, outcome }) => result === 'Completed' || Boolean(outcome.trim()), {
    path: ['outcome'],
    error: dialogs.required,
  }),
);
type Concluding = z.infer<typeof concluding>;

/** How it ended. */
export function ResultDialog({ internship, onClose }: Props) {
  const words = dialogs.result;
  const change = useInternshipChange<Concluding>(
    internship,
    async ({ result, outcome }, version) => {
      const body = { result: result as InternshipResult, outcome: outcome.trim() || null };
      return (
        await concludeInternship({ path: { id: internship.id }, headers: ifMatch(version), body, throwOnError: true })
      ).data;
    },
    words.saved,
    onClose,
  );
  const form = useForm<Concluding>({
    initialValues: { result: internship.state === 'Planned' ? 'Cancelled' : 'Completed', outcome: '' },
    validate: schemaResolver(concluding, { sync: true }),
  });
  return (
    <ChangeDialog words={words} form={form} change={change} onClose={onClose}>
      <Select
        label={words.result}
        data={Object.entries(resultNames).map(([value, label]) => ({ value, label }))}
        allowDeselect={false}
        {...form.getInputProps('result')}
      />
      <Textarea
        label={words.outcome}
        description={dialogs.noNames}
        rows={3}
        data-autofocus
        {...form.getInputProps('outcome')}
      />
    </ChangeDialog>
  );
}
