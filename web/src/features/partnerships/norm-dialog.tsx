import { Button, Group, NumberInput, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ifMatch } from '@/api/client';
import { listCohortsQueryKey, requirePartnershipsMutation } from '@/api/gen/@tanstack/react-query.gen';
import type { GapsCohort } from '@/api/gen/types.gen';
import { fieldErrors } from '@/api/problem';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import { partnershipsChanged } from './queries';
import { form as common, gaps } from './ru';

const most = 20;

/** How many agreements each school of a list must have. */
export function NormDialog({ cohort, onClose }: { cohort: GapsCohort; onClose: () => void }) {
  const queryClient = useQueryClient();
  const change = useMutation({
    ...requirePartnershipsMutation(),
    mutationKey: ['require-partnerships', cohort.id],
    onSuccess: async () => {
      await partnershipsChanged(queryClient);
      await queryClient.invalidateQueries({ queryKey: listCohortsQueryKey() });
      doneToast(gaps.saved);
      onClose();
    },
  });
  const form = useForm({ initialValues: { least: cohort.least ?? 2, leastOutside: cohort.leastOutside ?? 1 } });
  return (
    <Dialog title={gaps.normTitle} onClose={onClose}>
      <form
        noValidate
        onSubmit={form.onSubmit(({ least, leastOutside }) => {
          if (change.isPending) return;
          const body = { least: Number(least) || null, leastOutside: Number(leastOutside) };
          change.mutate(
            { path: { id: cohort.id }, headers: ifMatch(cohort.version), body },
            { onError: (problem) => form.setErrors(fieldErrors(problem)) },
          );
        })}
      >
        <Stack>
          {change.error && !change.error.errors?.length ? <ProblemAlert error={change.error} /> : null}
          <NumberInput label={gaps.least} min={1} max={most} data-autofocus {...form.getInputProps('least')} />
          <NumberInput label={gaps.outside} min={0} max={most} {...form.getInputProps('leastOutside')} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.back}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
