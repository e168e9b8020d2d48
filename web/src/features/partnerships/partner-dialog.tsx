import { Button, Group, MultiSelect, NumberInput, Stack, Textarea } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { subjectsOptions } from '@/api/dictionaries';
import { listSchoolsQuery } from '@/api/gen/@tanstack/react-query.gen';
import { addPartner, removePartner, revisePartner } from '@/api/gen/sdk.gen';
import type { ListedSchool, PartnerSummary } from '@/api/gen/types.gen';
import { fieldErrors, type Problem } from '@/api/problem';
import { limited } from '@/lib/fields';
import { shortPlace } from '@/lib/places';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { SearchSelect } from '@/ui/search-select';
import { doneToast } from '@/ui/toast';
import { partnershipsChanged } from './queries';
import { form as common, partners } from './ru';

const schema = z.object({
  schoolId: z.string().check(z.minLength(1, common.required)),
  subjects: z.array(z.string()),
  capacity: z.union([z.number(), z.string()]),
  note: limited(1_000),
});
type Values = z.infer<typeof schema>;

/** What a strong school can give; a new one is found by name first. */
export function PartnerDialog({ partner, onClose }: { partner: PartnerSummary | null; onClose: () => void }) {
  const queryClient = useQueryClient();
  const subjects = useSuspenseQuery(subjectsOptions()).data;
  const finish = async (message: string) => {
    await partnershipsChanged(queryClient);
    doneToast(message);
    onClose();
  };
  const under = partner ? { path: { id: partner.id }, headers: ifMatch(partner.version) } : null;
  const save = useMutation<unknown, Problem, Values>({
    mutationKey: ['save-partner', partner?.id],
    mutationFn: ({ schoolId, subjects: codes, capacity, note }) => {
      const gives = { subjects: codes, capacity: capacity === '' ? null : Number(capacity), note: note.trim() || null };
      return under
        ? revisePartner({ ...under, body: gives, throwOnError: true })
        : addPartner({ body: { schoolId, gives }, throwOnError: true });
    },
    onSuccess: () => finish(partner ? partners.saved : partners.added),
  });
  const remove = useMutation<unknown, Problem>({
    mutationKey: ['remove-partner', partner?.id],
    mutationFn: async () => under && removePartner({ ...under, throwOnError: true }),
    onSuccess: () => finish(partners.removed),
  });
  const form = useForm<Values>({
    initialValues: {
      schoolId: partner?.schoolId ?? '',
      subjects: [...(partner?.subjects ?? [])],
      capacity: partner?.capacity ?? '',
      note: partner?.note ?? '',
    },
    validate: schemaResolver(schema, { sync: true }),
  });
  const problem = save.error ?? remove.error;
  return (
    <Dialog title={partner ? partners.editTitle(partner.schoolName) : partners.addTitle} onClose={onClose}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          if (save.isPending) return;
          save.mutate(values, {
            onError: (said) =>
              form.setErrors(
                Object.fromEntries(
                  Object.entries(fieldErrors(said)).map(([key, text]) => [key.replace(/^gives\./, ''), text]),
                ),
              ),
          });
        })}
      >
        <Stack>
          {problem && !problem.errors?.length ? <ProblemAlert error={problem} /> : null}
          {partner ? null : (
            <SearchSelect
              label={partners.school}
              placeholder={common.schoolHint}
              withAsterisk
              data-autofocus
              find={(search) =>
                listSchoolsQuery({ query: { search: search || undefined, state: 'Open', pageSize: 20 } }) as never
              }
              toOptions={(page: { items: ListedSchool[] }) =>
                page.items.map(({ id, name, municipality }) => ({
                  value: id,
                  label: `${name}, ${shortPlace(municipality.name)}`,
                }))
              }
              nothing={common.nothingFound}
              {...form.getInputProps('schoolId')}
            />
          )}
          <MultiSelect
            label={partners.subjects}
            searchable
            hidePickedOptions
            data={subjects.map(({ code, name }) => ({ value: code, label: name }))}
            {...form.getInputProps('subjects')}
          />
          <NumberInput
            label={partners.capacity}
            min={0}
            max={500}
            allowDecimal={false}
            {...form.getInputProps('capacity')}
          />
          <Textarea label={partners.note} rows={3} {...form.getInputProps('note')} />
          <Group justify="flex-end">
            {partner ? (
              <Button variant="subtle" color="red" mr="auto" loading={remove.isPending} onClick={() => remove.mutate()}>
                {partners.remove}
              </Button>
            ) : null}
            <Button variant="default" onClick={onClose}>
              {common.back}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
