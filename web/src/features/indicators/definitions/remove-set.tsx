import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ifMatch } from '@/api/client';
import { removeIndicatorSet } from '@/api/gen/sdk.gen';
import type { IndicatorSetSummary } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import { definitionsChanged } from './queries';
import { form, sets as text } from './ru';

export function RemoveSet({ set, onClose }: { set: IndicatorSetSummary; onClose: () => void }) {
  const queryClient = useQueryClient();
  const remove = useMutation<unknown, Problem, void>({
    mutationKey: ['remove-set', set.id],
    mutationFn: () => removeIndicatorSet({ path: { id: set.id }, headers: ifMatch(set.version), throwOnError: true }),
    onSuccess: async () => {
      onClose();
      doneToast(text.removed);
      await definitionsChanged(queryClient);
    },
  });
  return (
    <Dialog title={text.removeTitle(set.name)} onClose={onClose}>
      <Stack>
        <p style={{ margin: 0 }}>{text.removeText}</p>
        {remove.error ? <ProblemAlert error={remove.error} /> : null}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {form.cancel}
          </Button>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
            {text.remove}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
