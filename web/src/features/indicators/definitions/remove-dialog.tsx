import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ifMatch } from '@/api/client';
import { removeIndicator } from '@/api/gen/sdk.gen';
import type { IndicatorDetails } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import { definitionOptions, definitionsChanged } from './queries';
import { form, card as text } from './ru';

export function RemoveDialog({ indicator, onClose }: { indicator: IndicatorDetails; onClose: () => void }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation<unknown, Problem, void>({
    mutationKey: ['remove-indicator', indicator.id],
    mutationFn: () =>
      removeIndicator({ path: { id: indicator.id }, headers: ifMatch(indicator.version), throwOnError: true }),
    onSuccess: async () => {
      doneToast(text.removed);
      await navigate({ to: '/indicators/definitions', search: { set: indicator.set.id } });
      queryClient.removeQueries({ queryKey: definitionOptions(indicator.id).queryKey });
      await definitionsChanged(queryClient);
    },
  });
  return (
    <Dialog title={text.removeTitle(indicator.name)} onClose={onClose}>
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
