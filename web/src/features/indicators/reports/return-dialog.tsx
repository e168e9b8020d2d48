import { Button, Group, Stack, Textarea } from '@mantine/core';
import { schemaResolver, useForm } from '@mantine/form';
import { z } from 'zod/mini';
import type { ReportSummary } from '@/api/gen/types.gen';
import { needed } from '@/lib/fields';
import { Dialog } from '@/ui/dialog';
import { DecisionProblem } from './decision-problem';
import { ru } from './ru';
import { useDecision } from './use-decision';

const schema = z.object({ reason: needed(ru.needed, 1000) });

/** Sends a submission back, with what has to be put right. */
export function ReturnDialog({ report, onClose }: { report: ReportSummary; onClose: () => void }) {
  const decision = useDecision(onClose);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { reason: '' },
    validate: schemaResolver(schema, { sync: true }),
  });
  return (
    <Dialog title={ru.returnTitle(report.schoolName)} onClose={onClose}>
      <form
        noValidate
        onSubmit={form.onSubmit(({ reason }) => {
          if (!decision.isPending) decision.mutate({ report, reason: reason.trim() });
        })}
      >
        <Stack>
          <DecisionProblem problem={decision.error} />
          <Textarea
            label={ru.reason}
            description={ru.reasonHint}
            rows={4}
            data-autofocus
            key={form.key('reason')}
            {...form.getInputProps('reason')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {ru.cancel}
            </Button>
            <Button type="submit" loading={decision.isPending}>
              {ru.giveBack}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
