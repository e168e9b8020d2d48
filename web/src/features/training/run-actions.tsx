import { Button, Group, Menu, Stack, Textarea } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ifMatch } from '@/api/client';
import { advanceCourseRun } from '@/api/gen/sdk.gen';
import type { CourseRunDetails, CourseRunState } from '@/api/gen/types.gen';
import type { Problem } from '@/api/problem';
import { Dialog } from '@/ui/dialog';
import { ProblemAlert } from '@/ui/problem-alert';
import { doneToast } from '@/ui/toast';
import { trainingChanged } from './queries';
import { runStates, run as text } from './ru';

/** The next step first, then those that go back or end it. */
const steps: Record<CourseRunState, readonly CourseRunState[]> = {
  Planned: ['Open', 'Cancelled'],
  Open: ['Running', 'Finished', 'Cancelled'],
  Running: ['Finished', 'Open', 'Cancelled'],
  Finished: ['Running'],
  Cancelled: ['Planned'],
};

/** Takes the run on by one step, or calls it off with a reason. */
export function RunActions({ run }: { run: CourseRunDetails }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [cancelling, setCancelling] = useState(false);
  const advance = useMutation<unknown, Problem, { state: CourseRunState; reason?: string }>({
    mutationKey: ['advance-run', run.id],
    mutationFn: (body) =>
      advanceCourseRun({ path: { id: run.id }, headers: ifMatch(run.version), body, throwOnError: true }),
    onSuccess: (_, { state }) => {
      setCancelling(false);
      doneToast(text.stepDone(runStates[state].word));
    },
    onSettled: () => trainingChanged(queryClient),
  });
  const [next, ...others] = steps[run.state];
  return (
    <>
      {advance.error && !cancelling ? <ProblemAlert error={advance.error} /> : null}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={18} aria-hidden="true" />}>
            {text.more}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void navigate({ to: '/training/runs/$runId/edit', params: { runId: run.id } })}>
            {text.edit}
          </Menu.Item>
          {others.map((state) => (
            <Menu.Item
              key={state}
              color={state === 'Cancelled' ? 'red' : undefined}
              onClick={() => (state === 'Cancelled' ? setCancelling(true) : advance.mutate({ state }))}
            >
              {text.steps[state]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {next ? (
        <Button
          variant={next === 'Finished' || next === 'Open' ? 'filled' : 'default'}
          loading={advance.isPending}
          onClick={() => advance.mutate({ state: next })}
        >
          {text.steps[next]}
        </Button>
      ) : null}
      {cancelling ? (
        <CancelDialog
          error={advance.error}
          pending={advance.isPending}
          onCancel={(reason) => advance.mutate({ state: 'Cancelled', reason })}
          onClose={() => setCancelling(false)}
        />
      ) : null}
    </>
  );
}

interface CancelProps {
  error: Problem | null;
  pending: boolean;
  onCancel: (reason: string) => void;
  onClose: () => void;
}

function CancelDialog({ error, pending, onCancel, onClose }: CancelProps) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  return (
    <Dialog title={text.cancelTitle} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (reason.trim() && !pending) onCancel(reason.trim());
        }}
      >
        <Stack>
          <p style={{ margin: 0 }}>{text.cancelText}</p>
          {error ? <ProblemAlert error={error} /> : null}
          <Textarea
            label={text.reason}
            withAsterisk
            rows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={asked && !reason.trim() ? text.reasonNeeded : undefined}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button type="submit" color="red" loading={pending}>
              {text.steps.Cancelled}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
