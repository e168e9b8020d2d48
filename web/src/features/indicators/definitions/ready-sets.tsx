import { Button, Group, Stack } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { adoptReadySet } from '@/api/gen/sdk.gen';
import type { IndicatorSetImport, ReadySetSummary } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { useMe } from '@/api/session';
import { formatCount } from '@/lib/format';
import { DelayedSkeleton } from '@/ui/delayed-skeleton';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { StatusBadge } from '@/ui/status-badge';
import { doneToast } from '@/ui/toast';
import classes from './definitions.module.css';
import { definitionsChanged, readySetsOptions } from './queries';
import { indicatorForms, taking as text } from './ru';

/** The sets that come with the product, each to be taken with one press. */
export function ReadySets({ onTaken }: { onTaken?: () => void }) {
  const ready = useQuery(readySetsOptions());
  if (ready.error) return <ProblemAlert error={ready.error} onRetry={() => void ready.refetch()} />;
  if (!ready.data) return <DelayedSkeleton rows={3} />;
  return (
    <div className={classes.ready}>
      {ready.data.map((set) => (
        <ReadySet key={set.code} set={set} onTaken={onTaken} />
      ))}
    </div>
  );
}

function ReadySet({ set, onTaken }: { set: ReadySetSummary; onTaken: (() => void) | undefined }) {
  const queryClient = useQueryClient();
  const { region } = useMe();
  const adopt = useMutation<IndicatorSetImport, Problem, void>({
    mutationKey: ['adopt-set', set.code],
    mutationFn: async () => {
      const path = { code: set.code };
      return (await adoptReadySet({ path, query: { regionCode: region.code }, throwOnError: true })).data;
    },
    onSuccess: async ({ name }) => {
      doneToast(text.done(name));
      onTaken?.();
      await definitionsChanged(queryClient);
    },
  });
  const isHere = set.adopted.some(({ regionCode }) => regionCode === region.code);
  return (
    <section className={classes.readySet} aria-label={set.name}>
      <h3>{set.name}</h3>
      <p className={classes.soft}>
        {formatCount(set.indicators, indicatorForms)}, {text.computed(set.computed)}
      </p>
      <p>{set.note}</p>
      <p className={classes.soft}>{set.groups.join(' · ')}</p>
      {adopt.error ? <ProblemAlert error={adopt.error} /> : null}
      <Group>
        {isHere ? (
          <StatusBadge tone="good">{text.adopted}</StatusBadge>
        ) : (
          <Button
            leftSection={<IconCheck size={18} aria-hidden="true" />}
            aria-label={text.adoptOf(set.name)}
            loading={adopt.isPending}
            onClick={() => adopt.mutate()}
          >
            {text.adopt}
          </Button>
        )}
      </Group>
    </section>
  );
}

export function ReadyDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={text.readyTitle} size="lg" onClose={onClose}>
      <Stack>
        <p style={{ margin: 0 }}>{text.readyText}</p>
        <ReadySets onTaken={onClose} />
      </Stack>
    </Dialog>
  );
}
