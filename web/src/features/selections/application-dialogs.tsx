import { Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { listSchoolsQuery } from '@/api/gen/@tanstack/react-query.gen';
import { applyToSelection, giveMarks, reviseApplication } from '@/api/gen/sdk.gen';
import type { ApplicationDetails, PageOfListedSchool, SelectionDetails } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { needed } from '@/lib/fields';
import { ChangeDialog } from '@/ui/change-dialog';
import { SearchSelect } from '@/ui/search-select';
import { doneToast } from '@/ui/toast';
import { applicationChanged } from './queries';
import { dialogs, application as words } from './ru';
import classes from './selections.module.css';
import { useApplicationChange } from './use-change';

const applying = z.object({ schoolId: needed(dialogs.required), text: needed(dialogs.required, 10_000) });
type Applying = z.infer<typeof applying>;

/** A draft of an application; files and the handing in follow on its card. */
export function ApplyDialog({ selection, onClose }: { selection: SelectionDetails; onClose: () => void }) {
  const text = dialogs.apply;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const change = useMutation<ApplicationDetails, Problem, Applying>({
    mutationKey: ['apply-to-selection', selection.id],
    mutationFn: async ({ schoolId, text: said }) => {
      const body = { schoolId, offer: { text: said.trim() } };
      return (await applyToSelection({ path: { id: selection.id }, body, throwOnError: true })).data;
    },
    onSuccess: async (made) => {
      await applicationChanged(queryClient, made);
      doneToast(text.saved);
      await navigate({
        to: '/support/selections/$selectionId/applications/$applicationId',
        params: { selectionId: selection.id, applicationId: made.id },
      });
    },
  });
  const form = useForm<Applying>({
    initialValues: { schoolId: '', text: '' },
    validate: schemaResolver(applying, { sync: true }),
  });
  return (
    <ChangeDialog words={text} form={form} change={change} onClose={onClose}>
      <SearchSelect
        label={text.school}
        placeholder={text.schoolHint}
        withAsterisk
        data-autofocus
        find={(search) =>
          listSchoolsQuery({ query: { search: search || undefined, state: 'Open', pageSize: 20 } }) as never
        }
        toOptions={({ items }: PageOfListedSchool) => items.map(({ id, name }) => ({ value: id, label: name }))}
        nothing={text.nothing}
        {...form.getInputProps('schoolId')}
      />
      <Textarea label={text.text} description={text.hint} rows={8} withAsterisk {...form.getInputProps('text')} />
    </ChangeDialog>
  );
}

interface Props {
  application: ApplicationDetails;
  onClose: () => void;
}

const writing = z.object({ text: needed(dialogs.required, 10_000) });

/** The text is written anew. */
export function WriteDialog({ application, onClose }: Props) {
  const change = useApplicationChange<z.infer<typeof writing>>(
    application,
    async ({ text }, version) => {
      const path = { id: application.selectionId, applicationId: application.id };
      return (
        await reviseApplication({ path, headers: ifMatch(version), body: { text: text.trim() }, throwOnError: true })
      ).data;
    },
    words.saved,
    onClose,
  );
  const form = useForm({
    initialValues: { text: application.text },
    validate: schemaResolver(writing, { sync: true }),
  });
  return (
    <ChangeDialog words={dialogs.write} form={form} change={change} onClose={onClose}>
      <Textarea
        label={dialogs.apply.text}
        description={dialogs.apply.hint}
        rows={10}
        withAsterisk
        data-autofocus
        {...form.getInputProps('text')}
      />
    </ChangeDialog>
  );
}

type Marks = Record<string, string>;

/** The sheet of an expert: a mark and why for each criterion, all at once. */
export function MarksDialog({ application, selection, onClose }: Props & { selection: SelectionDetails }) {
  const text = dialogs.marks;
  const { criteria } = selection;
  const change = useApplicationChange<Marks>(
    application,
    async (values) => {
      const marks = criteria.map(({ id }) => ({
        criterionId: id,
        value: Number(values[`value-${id}`]),
        comment: values[`comment-${id}`]?.trim() || null,
      }));
      const path = { id: selection.id, applicationId: application.id };
      return (await giveMarks({ path, body: { marks }, throwOnError: true })).data;
    },
    text.saved,
    onClose,
  );
  const mine = (id: string) => application.myMarks?.find(({ criterionId }) => criterionId === id);
  const form = useForm<Marks>({
    initialValues: Object.fromEntries(
      criteria.flatMap(({ id }) => [
        [`value-${id}`, mine(id) ? String(mine(id)?.value) : ''],
        [`comment-${id}`, mine(id)?.comment ?? ''],
      ]),
    ),
    validate: (values) =>
      Object.fromEntries(
        criteria.flatMap(({ id, mostMark }) => {
          const value = values[`value-${id}`] ?? '';
          return /^\d{1,3}$/.test(value) && Number(value) <= mostMark ? [] : [[`value-${id}`, text.range(mostMark)]];
        }),
      ),
  });
  return (
    <ChangeDialog words={text} form={form} change={change} onClose={onClose}>
      {criteria.map(({ id, title, mostMark }) => (
        <div key={id} className={classes.mark}>
          <TextInput
            label={text.mark(title, mostMark)}
            inputMode="numeric"
            withAsterisk
            {...form.getInputProps(`value-${id}`)}
          />
          <TextInput label={text.comment} {...form.getInputProps(`comment-${id}`)} />
        </div>
      ))}
    </ChangeDialog>
  );
}
