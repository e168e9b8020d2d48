import { Button, Progress } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRecomputationQuery } from '@/api/gen/@tanstack/react-query.gen';
import { recomputeIndicators } from '@/api/gen/sdk.gen';
import type { RecomputationDetails } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { useMe } from '@/api/session';
import { formatInstant, formatNumber } from '@/lib/format';
import { ProblemAlert } from '@/ui/problem-alert';
import classes from './definitions.module.css';
import { recomputation as ru } from './ru';

const lookAgain = 1_000;

/** How far the formulas of the region have been computed, and the way to have all of them computed anew. */
export function Recomputation() {
  const { region } = useMe();
  const queryClient = useQueryClient();
  const options = getRecomputationQuery({ query: { region: region.code } });
  const { data: state } = useQuery({
    ...options,
    refetchInterval: ({ state: { data } }) => (data?.runs || data?.waits ? lookAgain : false),
  });
  const again = useMutation<RecomputationDetails, Problem, void>({
    mutationKey: ['recompute-indicators'],
    mutationFn: async () => (await recomputeIndicators({ body: { regionCode: region.code }, throwOnError: true })).data,
    onSuccess: (now) => queryClient.setQueryData(options.queryKey, now),
  });
  if (!state) return null;
  const busy = state.runs || state.waits;
  const percent = state.runs && state.total > 0 ? Math.min(100, (state.done / state.total) * 100) : undefined;
  const words = percent === undefined ? ru.starting : ru.progress(formatNumber(state.done), formatNumber(state.total));
  return (
    <section className={classes.recomputation} aria-label={ru.title}>
      {busy ? (
        <div>
          <Progress.Root size="lg" radius="md">
            <Progress.Section
              value={percent ?? 100}
              animated={percent === undefined}
              striped={percent === undefined}
              aria-label={ru.title}
              aria-valuetext={words}
            />
          </Progress.Root>
          <p className="numbers">{words}</p>
        </div>
      ) : (
        <p>{state.finishedAt ? ru.done(formatInstant(state.finishedAt, region.timeZone)) : ru.never}</p>
      )}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconRefresh size={16} aria-hidden="true" />}
        disabled={busy}
        loading={again.isPending}
        onClick={() => again.mutate()}
      >
        {ru.again}
      </Button>
      {again.error ? <ProblemAlert error={again.error} /> : null}
    </section>
  );
}
