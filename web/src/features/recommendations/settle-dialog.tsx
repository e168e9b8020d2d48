import { Button, Group, Stack, Textarea } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { z } from 'zod/mini';
import { ifMatch } from '@/api/client';
import { settleRecommendation } from '@/api/gen/sdk.gen';
import type { RecommendationDetails } from '@/api/gen/types.gen';
import { fieldErrors } from '@/api/problem';
import { needed } from '@/lib/fields';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { settling, form as text } from './ru';
import { useRecommendationChange } from './use-recommendation-change';

const schema = z.object({ outcome: needed(text.required, 4_000) });
type Values = z.infer<typeof schema>;

interface Props {
  recommendation: RecommendationDetails;
  /** Called off instead of followed. */
  cancelled: boolean;
  onClose: () => void;
}

/** Says what came of it, or why it is called off. */
export function SettleDialog({ recommendation, cancelled, onClose }: Props) {
  const words = cancelled ? settling.cancelled : settling.done;
  const settle = useRecommendationChange<Values>(
    recommendation,
    async ({ outcome }, version) => {
      const path = { id: recommendation.id };
      const body = { cancelled, outcome };
      return (await settleRecommendation({ path, headers: ifMatch(version), body, throwOnError: true })).data;
    },
    words.saved,
    onClose,
  );
  const form = useForm<Values>({
    mode: 'uncontrolled',
    initialValues: { outcome: recommendation.outcome ?? '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          if (!settle.isPending)
            settle.mutate(schema.parse(values), { onError: (problem) => form.setErrors(fieldErrors(problem)) });
        })}
      >
        <Stack>
          <p style={{ margin: 0 }}>{words.text}</p>
          {settle.error && !settle.error.errors?.length ? <ProblemAlert error={settle.error} /> : null}
          <Textarea
            label={words.outcome}
            description={words.hint}
            rows={4}
            withAsterisk
            data-autofocus
            key={form.key('outcome')}
            {...form.getInputProps('outcome')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text.leaveOpen}
            </Button>
            <Button type="submit" loading={settle.isPending}>
              {words.button}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
