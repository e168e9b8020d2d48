import { MultiSelect, Textarea, TextInput } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { appointExperts, decideSelection, removeSelection } from '@/api/gen/sdk.gen';
import type { SelectionDetails } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { needed } from '@/lib/fields';
import { ChangeDialog } from '@/ui/change-dialog';
import { doneToast } from '@/ui/toast';
import { applicationsOptions, peopleOptions, selectionsChanged } from './queries';
import { card, dialogs } from './ru';
import { useSelectionChange } from './use-change';

interface Props {
  selection: SelectionDetails;
  onClose: () => void;
}

/** Who judges. */
export function ExpertsDialog({ selection, onClose }: Props) {
  const words = dialogs.experts;
  const people = useQuery(peopleOptions()).data?.items ?? [];
  const change = useSelectionChange<{ personIds: string[] }>(
    selection,
    async (body, version) =>
      (await appointExperts({ path: { id: selection.id }, headers: ifMatch(version), body, throwOnError: true })).data,
    words.saved,
    onClose,
  );
  const known = selection.people ?? [];
  const form = useForm({ initialValues: { personIds: known.map(({ personId }) => personId) } });
  const options = new Map([
    ...known.map(({ personId, name }) => [personId, name] as const),
    ...people.map(({ id, displayName }) => [id, displayName] as const),
  ]);
  return (
    <ChangeDialog words={words} form={form} change={change} onClose={onClose}>
      <MultiSelect
        label={words.people}
        data={[...options].map(([value, label]) => ({ value, label }))}
        searchable
        hidePickedOptions
        nothingFoundMessage={dialogs.apply.nothing}
        data-autofocus
        {...form.getInputProps('personIds')}
      />
    </ChangeDialog>
  );
}

const deciding = z.object({
  decision: needed(dialogs.required, 10_000),
  capacities: z.record(z.string(), z.string().check(z.regex(/^([1-9]\d?|100)?$/, dialogs.number))),
});
type Deciding = z.infer<typeof deciding>;

/** Winners become partner schools with a capacity. */
export function DecideDialog({ selection, onClose }: Props) {
  const words = dialogs.decide;
  const applications = (useQuery(applicationsOptions(selection.id)).data?.items ?? [])
    .filter(({ state }) => state === 'Submitted')
    .sort((a, b) => (a.place ?? 1_000) - (b.place ?? 1_000));
  const change = useSelectionChange<Deciding>(
    selection,
    async ({ decision, capacities }, version) => {
      const winners = Object.entries(capacities).flatMap(([applicationId, capacity]) =>
        capacity ? [{ applicationId, capacity: Number(capacity) }] : [],
      );
      const body = { decision: decision.trim(), winners };
      return (
        await decideSelection({ path: { id: selection.id }, headers: ifMatch(version), body, throwOnError: true })
      ).data;
    },
    words.saved,
    onClose,
  );
  const form = useForm<Deciding>({
    initialValues: {
      decision: selection.decision ?? '',
      capacities: Object.fromEntries(applications.map(({ id }) => [id, ''])),
    },
    validate: schemaResolver(deciding, { sync: true }),
  });
  return (
    <ChangeDialog words={words} form={form} change={change} onClose={onClose}>
      {applications.map(({ id, school, place, won }) => (
        <TextInput
          key={id}
          label={place === null ? school : `${place}. ${school}`}
          description={won ? card.won : undefined}
          inputMode="numeric"
          {...form.getInputProps(`capacities.${id}`)}
        />
      ))}
      <Textarea label={words.decision} rows={3} withAsterisk {...form.getInputProps('decision')} />
    </ChangeDialog>
  );
}

/** A call to which nobody has answered goes. */
export function RemoveDialog({ selection, onClose }: Props) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const change = useMutation<unknown, Problem, object>({
    mutationKey: ['remove-selection', selection.id],
    mutationFn: () =>
      removeSelection({ path: { id: selection.id }, headers: ifMatch(selection.version), throwOnError: true }),
    onSuccess: async () => {
      await navigate({ to: '/support/selections' });
      await selectionsChanged(queryClient);
      doneToast(card.removed);
    },
  });
  const form = useForm({ initialValues: {} });
  return <ChangeDialog words={dialogs.remove} form={form} change={change} grave onClose={onClose} />;
}
